/** Persons that an import names: known to the directory from then on, without an account. */
@NullMarked
package ilgam.member.people;

import org.jspecify.annotations.NullMarked;
