/** Rules for typed text that accounts, profiles and tokens share. */
@NullMarked
package ilgam.member.text;

import org.jspecify.annotations.NullMarked;
