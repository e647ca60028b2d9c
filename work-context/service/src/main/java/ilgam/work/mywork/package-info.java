/**
 * What a member has to do, sorted by how soon: overdue, today, this work cycle, later, whenever; what became
 * of what they reported, and what they finished lately.
 */
@NullMarked
package ilgam.work.mywork;

import org.jspecify.annotations.NullMarked;
