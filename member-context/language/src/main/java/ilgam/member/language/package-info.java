/**
 * The published language of the member context: who is in the directory with which role, who belongs to which team, and
 * when people work.
 *
 * <p>Names, e-mail addresses and secrets are never part of it. They are kept only in the member context's own database,
 * where they can be erased.
 */
@NullMarked
package ilgam.member.language;

import org.jspecify.annotations.NullMarked;
