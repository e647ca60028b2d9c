/** What stays of an import when its working rows are gone: how far it came, rejected lines, notes and personal values. */
@NullMarked
package ilgam.work.imports.results;

import org.jspecify.annotations.NullMarked;
