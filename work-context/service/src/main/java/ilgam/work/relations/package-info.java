/**
 * The parent, the parts and the links of a work item, as of now or any instant. Parents and tasks are stored in the
 * versions of items; links have a projection of their own here.
 */
@NullMarked
package ilgam.work.relations;

import org.jspecify.annotations.NullMarked;
