package ilgam.member.language;

/** What a member may do in the company: see the permissions in the README. */
public enum Role {
    MEMBER,
    MANAGER,
    ADMIN
}
