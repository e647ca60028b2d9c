/**
 * A project: a place for work with a short key, its own workflow, and the members who may see it.
 *
 * <p>The workflow is the heart of it. A status keeps its id for ever; one that is retired hands its items on
 * to a successor. A project's key is unique: it is reserved before the project starts.
 */
@NullMarked
package ilgam.work.project;

import org.jspecify.annotations.NullMarked;
