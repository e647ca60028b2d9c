package ilgam.gateway.docs;

import java.util.List;

/** Who may do what, in the words of the page that people read. */
final class Permissions {

    static final List<String> RULES = List.of(
            "A member sees and changes work in open projects and in the private ones that they belong to, and their own"
                    + " profile. They see the dashboard of that work, without other persons' figures.",
            "A team's lead also sees the figures of its persons, and admits and removes members there.",
            "A manager also sees every person's figures, and runs every project that they see, teams, invitations and"
                    + " imports.",
            "An administrator also sees every private project, changes others' comments, and gives roles, deactivates,"
                    + " erases, and decides about the company, its holidays and its settings.",
            "An access token does what its member may, within its scopes: read; write for every change; admin for what"
                    + " only administrators may. Without admin, an administrator's token is a manager's, for reading,"
                    + " too.",
            "To whom a private project is hidden, it does not exist: it is 404, and no list, count, search, figure or"
                    + " sentence tells of it. A key that it has is taken, though.",
            "The figures of a team that had fewer than three members are those of its persons: 403, too-few-people, for"
                    + " callers who may not see each of them.",
            "An archived project is read as any other, and nothing in it changes: 409, archived. Links into an archived"
                    + " project stay readable from both ends and cannot be changed from either: none is made, none is"
                    + " taken away, and no item becomes or stops being part of, or about, one that is there.");

    static final String EXAMPLE = """
            GET /api/dashboard/summary?member=0199c0de-7a2b-7c3d-8e4f-5a6b7c8d9e0f
            → 403 {"reason": "figures-of-others", …}""";

    private Permissions() {}
}
