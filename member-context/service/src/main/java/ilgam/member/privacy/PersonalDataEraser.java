package ilgam.member.privacy;

import java.util.Set;

import ilgam.member.language.MemberId;

/** A part of the member context that keeps something personal. */
public interface PersonalDataEraser {

    /** The e-mail addresses by which it knows this member, now or formerly, in the form that is compared. */
    default Set<String> addressesOf(MemberId member) {
        return Set.of();
    }

    /**
     * Deletes all it keeps about who this member was. Asked again, it finds nothing and does nothing. It is asked
     * within a transaction and must say nothing personal in any log.
     */
    void erase(ErasureSubject subject);
}
