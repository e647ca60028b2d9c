/** What every service says of its API beyond its Java: tags, refusals by operation, common parameters and examples. */
@NullMarked
package ilgam.starter.openapi;

import org.jspecify.annotations.NullMarked;
