/** What is stored of an import while it runs: the uploaded files, and the typed rows that the first pass makes of them. */
@NullMarked
package ilgam.work.imports.spool;

import org.jspecify.annotations.NullMarked;
