package ilgam.member.identity.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.identity.audit.Audit;
import ilgam.member.identity.audit.Change;
import ilgam.member.identity.audit.Client;
import ilgam.member.identity.audit.SecurityEventType;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.people.membership.MemberCommand.ChangeRole;
import ilgam.member.people.membership.MemberService;
import ilgam.member.people.membership.ShownMember;
import ilgam.starter.security.Caller;

/** An admin gives a member a role. The directory shows it when this returns. */
@Component
public class GiveRole {

    private final MemberService members;
    private final Audit audit;

    GiveRole(MemberService members, Audit audit) {
        this.members = members;
        this.audit = audit;
    }

    /**
     * Gives the role, unless it was changed since the version {@code seen}; null skips the check. The member must be in
     * the directory.
     */
    public void give(MemberId member, Role role, Caller admin, @Nullable Long seen, Client client) {
        var lastSeen = members.lastSeen(member, seen, ShownMember::roleChangedIn);
        var before = members.shown(member).role();
        members.sendAndAwait(new ChangeRole(member, role, lastSeen), admin, shown -> shown.role() == role);
        var change = new Change(before.name(), role.name());
        audit.record(SecurityEventType.ROLE_CHANGED, member, new MemberId(admin.member()), null, change, client);
    }
}
