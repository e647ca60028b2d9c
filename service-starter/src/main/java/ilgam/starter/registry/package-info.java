/** Registration of an instance with the service registry. */
@NullMarked
package ilgam.starter.registry;

import org.jspecify.annotations.NullMarked;
