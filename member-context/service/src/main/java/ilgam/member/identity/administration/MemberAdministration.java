package ilgam.member.identity.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Change;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.language.MemberId;
import ilgam.member.people.membership.MemberCommand.DeactivateMember;
import ilgam.member.people.membership.MemberCommand.EraseMember;
import ilgam.member.people.membership.MemberCommand.MergePerson;
import ilgam.member.people.membership.MemberCommand.ReactivateMember;
import ilgam.member.people.membership.MemberService;
import ilgam.member.people.membership.ShownMember;
import ilgam.starter.security.Caller;

/**
 * Deactivating, reactivating, erasing and merging members, by admins. The directory shows the change when a method
 * returns.
 */
@Component
public class MemberAdministration {

    private final MemberService members;
    private final Audit audit;

    MemberAdministration(MemberService members, Audit audit) {
        this.members = members;
        this.audit = audit;
    }

    /** Deactivates the member: they are logged out everywhere and can no longer log in. */
    public void deactivate(MemberId member, Caller admin, @Nullable Long seen, Client client) {
        members.sendAndAwait(new DeactivateMember(member, lastSeen(member, seen)), admin, shown -> !shown.active());
        note(SecurityEventType.DEACTIVATED, member, admin, client);
    }

    /** Reactivates the member, who logs in with their previous password. */
    public void reactivate(MemberId member, Caller admin, @Nullable Long seen, Client client) {
        members.sendAndAwait(new ReactivateMember(member, lastSeen(member, seen)), admin, ShownMember::active);
        note(SecurityEventType.REACTIVATED, member, admin, client);
    }

    /** Erases everything that identifies the member. */
    public void erase(MemberId member, Caller admin, @Nullable Long seen, Client client) {
        members.sendAndAwait(new EraseMember(member, lastSeen(member, seen)), admin, ShownMember::erased);
        note(SecurityEventType.ERASED, member, admin, client);
    }

    /** Merges a known person into this other member. */
    public void merge(MemberId person, MemberId into, Caller admin, Client client) {
        members.sendAndAwait(new MergePerson(person, into), admin, ShownMember::merged);
        var change = new Change(null, into.toString());
        audit.record(SecurityEventType.MERGED, person, new MemberId(admin.member()), null, change, client);
    }

    private @Nullable Long lastSeen(MemberId member, @Nullable Long seen) {
        return members.lastSeen(member, seen, ShownMember::activeChangedIn);
    }

    /** Records the event. An admin who erases themselves leaves no address or device in the log. */
    private void note(SecurityEventType type, MemberId member, Caller admin, Client client) {
        var oneself = type == SecurityEventType.ERASED && admin.member().equals(member.value());
        audit.record(type, member, new MemberId(admin.member()), null, oneself ? new Client(null, null) : client);
    }
}
