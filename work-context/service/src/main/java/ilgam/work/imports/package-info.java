/**
 * Imports a tracker's items with their whole history, step by step: the uploaded files are stored as rows, a first pass
 * makes items and events of them, people are announced, and then one command per item carries its history. {@code Step}
 * says what comes after what.
 *
 * <p>Any instance can continue a step where another one stopped, and importing the same files again changes nothing.
 */
@NullMarked
package ilgam.work.imports;

import org.jspecify.annotations.NullMarked;
