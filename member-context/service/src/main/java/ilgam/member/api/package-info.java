/** The HTTP API of the member context. */
@NullMarked
package ilgam.member.api;

import org.jspecify.annotations.NullMarked;
