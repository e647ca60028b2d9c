/** The possible assignees: all people of the company's directory, from its events. */
@NullMarked
package ilgam.work.people;

import org.jspecify.annotations.NullMarked;
