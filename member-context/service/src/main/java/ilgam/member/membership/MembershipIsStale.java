package ilgam.member.membership;

/** Somebody deactivated, reactivated or erased the member since the version the client has seen. */
public final class MembershipIsStale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MembershipIsStale() {
        super("Somebody changed whether this member is here in the meantime. Load the member again, then repeat it.");
    }
}
