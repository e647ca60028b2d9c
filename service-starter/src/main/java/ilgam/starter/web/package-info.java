/** HTTP conventions of all services: problems, pages, versions, idempotent repeats, limits. */
@NullMarked
package ilgam.starter.web;

import org.jspecify.annotations.NullMarked;
