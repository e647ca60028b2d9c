package ilgam.member.membership;

/** Somebody gave the member another role since the version the client has seen. */
public final class RoleIsStale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoleIsStale() {
        super("Somebody changed this role in the meantime. Load the member again, then repeat the change.");
    }
}
