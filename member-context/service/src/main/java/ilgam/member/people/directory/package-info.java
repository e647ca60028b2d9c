/** The directory: everybody in the company, by name, with their role. */
@NullMarked
package ilgam.member.people.directory;

import org.jspecify.annotations.NullMarked;
