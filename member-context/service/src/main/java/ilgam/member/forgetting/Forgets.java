package ilgam.member.forgetting;

/** A part of the member context that keeps something personal. */
public interface Forgets {

    /**
     * Deletes all it keeps about who this member was. Asked again, it finds nothing and does nothing. It is asked
     * within a transaction and must say nothing personal in any log.
     */
    void forget(Leaver leaver);
}
