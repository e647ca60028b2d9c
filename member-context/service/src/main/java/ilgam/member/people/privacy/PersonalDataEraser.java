package ilgam.member.people.privacy;

import java.util.Set;

import ilgam.member.language.MemberId;

/** A feature of the member context that stores personal data. */
public interface PersonalDataEraser {

    /** The e-mail addresses by which the feature knows this member, now or formerly, in the form that is compared. */
    default Set<String> addressesOf(MemberId member) {
        return Set.of();
    }

    /**
     * Deletes all personal data of this member that the feature stores. Idempotent. Called within a transaction; must
     * not log personal data.
     */
    void erase(ErasureSubject subject);
}
