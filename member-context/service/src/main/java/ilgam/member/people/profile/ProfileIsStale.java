package ilgam.member.people.profile;

/** The same field of the profile was changed since the version that the client has seen. */
public final class ProfileIsStale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProfileIsStale() {
        super("The profile was changed in the meantime. Load it again, then repeat the change.");
    }
}
