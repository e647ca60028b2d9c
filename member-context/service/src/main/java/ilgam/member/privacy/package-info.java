/**
 * Forgetting who somebody was. A feature that keeps anything personal (a name, an address, what tells where somebody
 * was) has a component that {@link ilgam.member.privacy.PersonalDataEraser}: {@code erasure} asks every one of them, in the
 * transaction that shows the member as erased, and again now and then.
 */
@NullMarked
package ilgam.member.privacy;

import org.jspecify.annotations.NullMarked;
