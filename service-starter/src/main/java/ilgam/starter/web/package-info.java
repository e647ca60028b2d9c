/**
 * What every HTTP answer of a service has in common: problems, pages, versions, idempotent repeats, limits.
 */
@NullMarked
package ilgam.starter.web;

import org.jspecify.annotations.NullMarked;
