package ilgam.member.people.membership;

import org.jspecify.annotations.Nullable;

import ilgam.starter.locking.FieldVersions;

import static ilgam.member.people.membership.MemberRefused.Reason.STALE;

/** In which version a member's role and status last changed; refuses to overwrite a change that a client has not seen. */
final class MemberVersions {

    private enum Field {
        ROLE,
        STATUS
    }

    private final FieldVersions<Field> versions = new FieldVersions<>();

    void roleChanged(long version) {
        versions.changed(Field.ROLE, version);
    }

    void statusChanged(long version) {
        versions.changed(Field.STATUS, version);
    }

    long ofRole() {
        return versions.lastChange(Field.ROLE);
    }

    long ofStatus() {
        return versions.lastChange(Field.STATUS);
    }

    void mustHaveRoleAsSeen(@Nullable Long seen) {
        mustHaveBeenSeen(
                Field.ROLE,
                seen,
                "Somebody changed this role in the meantime. Load the member again, then repeat the change.");
    }

    void mustHaveStatusAsSeen(@Nullable Long seen) {
        mustHaveBeenSeen(
                Field.STATUS,
                seen,
                "Somebody changed the status of this member in the meantime. Load it again, then repeat the change.");
    }

    private void mustHaveBeenSeen(Field field, @Nullable Long seen, String otherwise) {
        if (versions.changedSince(seen, field)) throw new MemberRefused(STALE, otherwise);
    }
}
