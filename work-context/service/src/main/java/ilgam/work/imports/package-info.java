/**
 * Brings a tracker's items with their whole history: the uploaded parts are kept as rows, a first pass gives
 * every item its id and key and tells which lines make no sense, then one command per item carries its history
 * with the original times and actors.
 *
 * <p>Each step can be taken up by any instance where another one left off, and importing the same files again
 * changes nothing.
 */
@NullMarked
package ilgam.work.imports;

import org.jspecify.annotations.NullMarked;
