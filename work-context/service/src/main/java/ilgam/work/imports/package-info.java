/**
 * Imports a tracker's items with their whole history. The uploaded parts are stored as rows; a first pass assigns every
 * item an id and a key and rejects unusable lines; then one command per item carries its history with the original
 * times and actors.
 *
 * <p>Any instance can continue a step where another one stopped, and importing the same files again changes nothing.
 */
@NullMarked
package ilgam.work.imports;

import org.jspecify.annotations.NullMarked;
