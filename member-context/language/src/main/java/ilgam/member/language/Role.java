package ilgam.member.language;

/** What a member may do in the company; the README lists the permissions. */
public enum Role {
    MEMBER,
    MANAGER,
    ADMIN;

    /** The value used for a constant that only a later version knows: the role with the fewest rights. */
    public static Role unknown() {
        return MEMBER;
    }
}
