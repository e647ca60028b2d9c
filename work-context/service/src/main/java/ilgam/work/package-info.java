/** The work context: projects, their workflows, and the work items in them. */
@NullMarked
package ilgam.work;

import org.jspecify.annotations.NullMarked;
