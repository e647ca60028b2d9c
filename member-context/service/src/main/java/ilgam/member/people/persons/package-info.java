/** Persons that an import names. They are in the directory from then on, without an account. */
@NullMarked
package ilgam.member.people.persons;

import org.jspecify.annotations.NullMarked;
