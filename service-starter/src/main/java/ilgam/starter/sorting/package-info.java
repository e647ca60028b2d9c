/** The order in which a database sorts texts, which changes with the version of its rules. */
@NullMarked
package ilgam.starter.sorting;

import org.jspecify.annotations.NullMarked;
