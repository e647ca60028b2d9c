/** Translates an item of another tracker with its changes into our events. */
@NullMarked
package ilgam.work.imports.history;

import org.jspecify.annotations.NullMarked;
