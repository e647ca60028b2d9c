/**
 * Membership in the company: from the sign-up or the first mention in an import, with a role. Events contain ids and
 * roles only; names are kept by {@code profile}.
 */
@NullMarked
package ilgam.member.people.membership;

import org.jspecify.annotations.NullMarked;
