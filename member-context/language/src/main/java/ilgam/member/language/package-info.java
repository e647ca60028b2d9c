/**
 * What the member context says out loud: who is in the directory with which role, who belongs to which
 * team, and when people work.
 *
 * <p>Names, e-mail addresses and secrets are never part of it: they live in the member context's own
 * database and can be forgotten there.
 */
@NullMarked
package ilgam.member.language;

import org.jspecify.annotations.NullMarked;
