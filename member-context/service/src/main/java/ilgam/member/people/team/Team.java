package ilgam.member.people.team;

import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeadAppointed;
import ilgam.member.language.TeamEvent.LeadRelieved;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.AddToTeam;
import ilgam.member.people.team.TeamCommand.AppointLead;
import ilgam.member.people.team.TeamCommand.DisbandTeam;
import ilgam.member.people.team.TeamCommand.FormTeam;
import ilgam.member.people.team.TeamCommand.ReleaseMember;
import ilgam.member.people.team.TeamCommand.RelieveLead;
import ilgam.member.people.team.TeamCommand.RemoveFromTeam;
import ilgam.member.people.team.TeamCommand.RenameTeam;
import ilgam.member.people.team.TeamCommand.ReplaceMember;
import ilgam.starter.locking.FieldVersions;
import ilgam.starter.snapshots.Snapshotted;

import static ilgam.member.people.team.TeamRefused.Reason.LAST_LEAD;
import static ilgam.member.people.team.TeamRefused.Reason.NOT_IN_TEAM;
import static ilgam.member.people.team.TeamRefused.Reason.STALE;
import static ilgam.member.people.team.TeamRefused.Reason.TEAM_DISBANDED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** Members who work together, and their leads. A command that would change nothing is a no-op. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class Team implements Snapshotted {

    @AggregateIdentifier
    private @Nullable TeamId id;

    private String name = "";
    private boolean disbanded;
    private final Roster roster = new Roster();
    private final FieldVersions<Field> versions = new FieldVersions<>();

    private enum Field {
        NAME
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(FormTeam command) {
        if (id == null) apply(new TeamFormed(command.team(), command.name().text(), command.lead()));
        return getVersion();
    }

    @CommandHandler
    long handle(RenameTeam command) {
        mustExist();
        mustNotBeRenamedSince(command.ifVersion());
        if (!name.equals(command.name().text()))
            apply(new TeamRenamed(command.team(), command.name().text()));
        return getVersion();
    }

    @CommandHandler
    long handle(AddToTeam command) {
        mustExist();
        mustBeWhereSeen(command.member(), command.ifVersion());
        if (!roster.has(command.member())) apply(new JoinedTeam(command.team(), command.member()));
        return getVersion();
    }

    @CommandHandler
    long handle(AppointLead command) {
        mustExist();
        mustBeWhereSeen(command.lead(), command.ifVersion());
        mustHave(command.lead());
        if (!roster.isLedBy(command.lead())) apply(new LeadAppointed(command.team(), command.lead()));
        return getVersion();
    }

    @CommandHandler
    long handle(RelieveLead command) {
        mustExist();
        mustBeWhereSeen(command.lead(), command.ifVersion());
        mustKeepALeadWithout(command.lead());
        if (roster.isLedBy(command.lead())) apply(new LeadRelieved(command.team(), command.lead()));
        return getVersion();
    }

    @CommandHandler
    long handle(RemoveFromTeam command) {
        mustExist();
        mustBeWhereSeen(command.member(), command.ifVersion());
        mustKeepALeadWithout(command.member());
        if (roster.has(command.member())) apply(new LeftTeam(command.team(), command.member()));
        return getVersion();
    }

    @CommandHandler
    long handle(ReleaseMember command) {
        if (roster.has(command.member())) release(command.team(), command.member());
        return getVersion();
    }

    @CommandHandler
    long handle(ReplaceMember command) {
        if (roster.has(command.member())) replace(command.team(), command.member(), command.by());
        return getVersion();
    }

    @CommandHandler
    long handle(DisbandTeam command) {
        if (disbanded) return getVersion();
        mustBeAsSeen(command.ifVersion());
        apply(new TeamDisbanded(command.team()));
        return getVersion();
    }

    /**
     * Removes a member. When the last lead goes, the longest-standing member becomes lead; when the last member goes,
     * the team is disbanded.
     */
    private void release(TeamId team, MemberId gone) {
        if (roster.isLastMember(gone)) {
            apply(new TeamDisbanded(team));
            return;
        }
        if (roster.isLastLead(gone)) apply(new LeadAppointed(team, roster.seniorBeside(gone)));
        apply(new LeftTeam(team, gone));
    }

    private void replace(TeamId team, MemberId member, MemberId by) {
        if (!roster.has(by)) apply(new JoinedTeam(team, by));
        if (roster.isLedBy(member) && !roster.isLedBy(by)) apply(new LeadAppointed(team, by));
        apply(new LeftTeam(team, member));
    }

    @EventSourcingHandler
    void on(TeamFormed formed, @SequenceNumber long version) {
        id = formed.team();
        name = formed.name();
        versions.changed(Field.NAME, version);
        roster.join(formed.lead(), version);
        roster.lead(formed.lead(), version);
    }

    @EventSourcingHandler
    void on(TeamRenamed renamed, @SequenceNumber long version) {
        name = renamed.name();
        versions.changed(Field.NAME, version);
    }

    @EventSourcingHandler
    void on(JoinedTeam joined, @SequenceNumber long version) {
        roster.join(joined.member(), version);
    }

    @EventSourcingHandler
    void on(LeadAppointed appointed, @SequenceNumber long version) {
        roster.lead(appointed.lead(), version);
    }

    @EventSourcingHandler
    void on(LeadRelieved relieved, @SequenceNumber long version) {
        roster.relieve(relieved.lead(), version);
    }

    @EventSourcingHandler
    void on(LeftTeam left, @SequenceNumber long version) {
        roster.leave(left.member(), version);
    }

    @EventSourcingHandler
    void on(TeamDisbanded gone) {
        disbanded = true;
        roster.clear();
    }

    @EventSourcingHandler
    void on(TeamSnapshot kept) {
        id = kept.team();
        name = kept.name();
        versions.changed(Field.NAME, kept.namedIn());
        disbanded = kept.disbanded();
        roster.restore(kept);
    }

    @Override
    public TeamSnapshot snapshot() {
        return new TeamSnapshot(
                Objects.requireNonNull(id),
                name,
                versions.lastChange(Field.NAME),
                disbanded,
                roster.members(),
                roster.leads(),
                roster.movedIn());
    }

    private void mustExist() {
        if (disbanded) throw new TeamRefused(TEAM_DISBANDED, "This team was disbanded.");
    }

    private void mustHave(MemberId member) {
        if (!roster.has(member))
            throw new TeamRefused(NOT_IN_TEAM, "Only a member of the team can lead it. Add them to the team first.");
    }

    private void mustKeepALeadWithout(MemberId member) {
        if (roster.isLastLead(member))
            throw new TeamRefused(LAST_LEAD, "A team needs a lead. Make somebody else a lead first.");
    }

    private void mustNotBeRenamedSince(@Nullable Long seen) {
        if (versions.changedSince(seen, Field.NAME))
            throw new TeamRefused(
                    STALE, "Somebody renamed this team in the meantime. Load it again, then repeat the change.");
    }

    private void mustBeWhereSeen(MemberId member, @Nullable Long seen) {
        if (roster.movedSince(seen, member))
            throw new TeamRefused(
                    STALE,
                    "Somebody changed this member's role in the meantime. Load the team again, then repeat the change.");
    }

    private static void mustBeAsSeen(@Nullable Long seen) {
        if (seen != null && getVersion() > seen)
            throw new TeamRefused(
                    STALE, "Somebody changed this team in the meantime. Load it again, then repeat the change.");
    }

    Team() {} // Axon replays events into it
}
