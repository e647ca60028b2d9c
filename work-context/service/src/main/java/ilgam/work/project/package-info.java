/**
 * A project: a place for work with a short key, its own workflow, and the members who may see it.
 *
 * <p>A status keeps its id for ever; a retired status passes its items to a successor. A project's key is unique and
 * reserved before the project starts.
 */
@NullMarked
package ilgam.work.project;

import org.jspecify.annotations.NullMarked;
