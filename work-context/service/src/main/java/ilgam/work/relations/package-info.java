/**
 * What a work item is part of, which parts it has, and what it is tied to, now or at any instant. Parents and tasks are
 * in the versions of items; links have a projection of their own here.
 */
@NullMarked
package ilgam.work.relations;

import org.jspecify.annotations.NullMarked;
