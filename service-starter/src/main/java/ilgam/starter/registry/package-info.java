/** How an instance tells the registry that it is there. */
@NullMarked
package ilgam.starter.registry;

import org.jspecify.annotations.NullMarked;
