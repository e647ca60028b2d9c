/** Optimistic locking by field: concurrent changes of different fields of an aggregate do not conflict. */
@NullMarked
package ilgam.starter.locking;

import org.jspecify.annotations.NullMarked;
