/** Work cycles, leave, holidays and the company, over HTTP. */
@NullMarked
package ilgam.member.time.api;

import org.jspecify.annotations.NullMarked;
