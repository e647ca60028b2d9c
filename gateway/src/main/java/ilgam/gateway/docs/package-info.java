/**
 * What programs can ask: the contexts' OpenAPI documents as one, and a page to read it.
 */
@NullMarked
package ilgam.gateway.docs;

import org.jspecify.annotations.NullMarked;
