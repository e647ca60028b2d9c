/** The routes into the contexts, and the headers that a request keeps and loses on the way. */
@NullMarked
package ilgam.gateway.route;

import org.jspecify.annotations.NullMarked;
