/** Admission to sign-up: open to everybody, to addresses of the company's domains, or to invited people only. */
@NullMarked
package ilgam.member.identity.admission;

import org.jspecify.annotations.NullMarked;
