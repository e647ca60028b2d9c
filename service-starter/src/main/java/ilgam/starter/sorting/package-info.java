/** Collations of a context's database, which change with the version of ICU. */
@NullMarked
package ilgam.starter.sorting;

import org.jspecify.annotations.NullMarked;
