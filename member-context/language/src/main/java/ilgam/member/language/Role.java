package ilgam.member.language;

/** What a member may do in the company: see the permissions in the README. */
public enum Role {
    MEMBER,
    MANAGER,
    ADMIN;

    /** What a constant that only a later version knows is taken for: the one that may do least. */
    public static Role unknown() {
        return MEMBER;
    }
}
