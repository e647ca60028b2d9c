/** What people may type: the rules of plain text that accounts, profiles and tokens share. */
@NullMarked
package ilgam.member.text;

import org.jspecify.annotations.NullMarked;
