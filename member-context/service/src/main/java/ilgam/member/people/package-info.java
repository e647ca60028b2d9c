/**
 * The people of the company: who is a member and in what role, who is only known from an import, what they are called,
 * and the teams they work in.
 */
@NullMarked
package ilgam.member.people;

import org.jspecify.annotations.NullMarked;
