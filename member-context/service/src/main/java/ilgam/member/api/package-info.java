/** The member context over HTTP. */
@NullMarked
package ilgam.member.api;

import org.jspecify.annotations.NullMarked;
