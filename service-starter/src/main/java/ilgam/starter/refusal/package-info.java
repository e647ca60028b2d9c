/** Why something is refused: stable codes, which each service's API description lists. */
@NullMarked
package ilgam.starter.refusal;

import org.jspecify.annotations.NullMarked;
