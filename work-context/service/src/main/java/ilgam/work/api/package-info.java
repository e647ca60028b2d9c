/**
 * The work context's edge: what clients ask over HTTP becomes a command, and its answer is what they see next.
 *
 * <p>Texts, names and keys that a client writes are turned into the domain's words here, and so are refusals into
 * problem documents. Nothing inside knows of this package.
 */
@NullMarked
package ilgam.work.api;

import org.jspecify.annotations.NullMarked;
