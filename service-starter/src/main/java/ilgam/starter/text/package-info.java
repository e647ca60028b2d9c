/** The characters that texts may have, wherever they come from. */
@NullMarked
package ilgam.starter.text;

import org.jspecify.annotations.NullMarked;
