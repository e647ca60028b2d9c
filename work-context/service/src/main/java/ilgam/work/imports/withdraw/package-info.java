/** Deletes what an import brought, and brings it back: each item decides by its own events. */
@NullMarked
package ilgam.work.imports.withdraw;

import org.jspecify.annotations.NullMarked;
