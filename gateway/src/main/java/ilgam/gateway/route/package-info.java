/**
 * What goes where: the only paths that lead inside, and what a request keeps and loses on its way.
 */
@NullMarked
package ilgam.gateway.route;

import org.jspecify.annotations.NullMarked;
