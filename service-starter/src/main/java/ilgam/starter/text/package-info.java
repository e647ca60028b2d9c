/** What text may be, wherever it comes from: the one place that says which characters are taken. */
@NullMarked
package ilgam.starter.text;

import org.jspecify.annotations.NullMarked;
