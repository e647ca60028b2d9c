/**
 * Erasure of personal data. A feature that stores any (a name, an address, where a member was) has a component that is
 * a {@link ilgam.member.people.privacy.PersonalDataEraser}. {@code erasure} calls all of them, in the transaction that
 * shows the member as erased, and again in a sweep.
 */
@NullMarked
package ilgam.member.people.privacy;

import org.jspecify.annotations.NullMarked;
