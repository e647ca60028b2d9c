/**
 * Who can be given work: everybody in the company's directory, as its events say.
 */
@NullMarked
package ilgam.work.people;

import org.jspecify.annotations.NullMarked;
