package ilgam.work.project;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.locking.FieldVersions;
import ilgam.starter.snapshots.Snapshotted;
import ilgam.work.language.ProjectEvent;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.ProjectEvent.ProjectDescribed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRenamed;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.ProjectUnarchived;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;
import ilgam.work.project.ProjectChange.AdmitMember;
import ilgam.work.project.ProjectChange.ArchiveProject;
import ilgam.work.project.ProjectChange.DefineWorkflow;
import ilgam.work.project.ProjectChange.DescribeProject;
import ilgam.work.project.ProjectChange.DismissMember;
import ilgam.work.project.ProjectChange.OpenProject;
import ilgam.work.project.ProjectChange.RenameProject;
import ilgam.work.project.ProjectChange.RestrictProject;
import ilgam.work.project.ProjectChange.UnarchiveProject;
import ilgam.work.project.ProjectCommand.ChangeProject;
import ilgam.work.project.ProjectCommand.StartProject;

import static ilgam.work.project.ProjectRefused.Reason.ARCHIVED;
import static ilgam.work.project.ProjectRefused.Reason.NOT_YOURS_TO_RUN;
import static ilgam.work.project.ProjectRefused.Reason.STALE;
import static ilgam.work.project.ProjectRefused.Reason.STARTER_STAYS;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** A place for work. It is run by the member who started it, and by managers and admins. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class Project implements Snapshotted {

    @AggregateIdentifier
    private ProjectId id;

    private String name;
    private String description;
    private Visibility visibility;
    private @Nullable MemberId starter;
    private Workflow workflow = Workflow.NONE;
    private boolean archived;
    private final Set<MemberId> members = new HashSet<>();
    private final FieldVersions<ProjectField> versions = new FieldVersions<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(StartProject command) {
        if (id == null) start(command);
        return getVersion();
    }

    private void start(StartProject command) {
        apply(new ProjectStarted(
                command.project(),
                command.key().text(),
                command.name().text(),
                command.purpose().text(),
                command.visibility()));
        apply(workflow.redefinedAs(id, command.workflow(), Map.of()));
        if (visibility == Visibility.PRIVATE)
            apply(new MemberAdmitted(id, command.by().member()));
    }

    @CommandHandler
    long handle(ChangeProject command) {
        mustBeRunBy(command.by());
        mustNotBeArchived(command.changes());
        mustNotBeStale(command.changes(), command.ifVersion());
        command.changes().forEach(change -> eventsOf(change, command.by()).forEach(event -> apply(event)));
        return getVersion();
    }

    /** The events of a change; none when it would change nothing. */
    private Stream<ProjectEvent> eventsOf(ProjectChange change, Steward by) {
        return switch (change) {
            case RenameProject(var to) -> when(!to.text().equals(name), new ProjectRenamed(id, to.text()));
            case DescribeProject(var to) -> when(!to.text().equals(description), new ProjectDescribed(id, to.text()));
            case OpenProject() -> when(visibility != Visibility.OPEN, new ProjectOpened(id));
            case RestrictProject() -> visibility == Visibility.PRIVATE ? Stream.empty() : restricted(by);
            case DefineWorkflow(var plan, var successors) -> {
                var defined = workflow.redefinedAs(id, plan, successors);
                if (defined.statuses().equals(workflow.statuses())) yield Stream.empty();
                workflow.mustTake(defined);
                yield Stream.of(defined);
            }
            case AdmitMember(var member) -> when(!members.contains(member), new MemberAdmitted(id, member));
            case DismissMember(var member) -> {
                mustNotBeTheStarter(member);
                yield when(members.contains(member), new MemberDismissed(id, member));
            }
            case ArchiveProject() -> when(!archived, new ProjectArchived(id));
            case UnarchiveProject() -> when(archived, new ProjectUnarchived(id));
        };
    }

    /** Admits the member who restricts the project and the one who started it, so that neither loses access. */
    private Stream<ProjectEvent> restricted(Steward by) {
        var insiders = Stream.concat(Stream.ofNullable(starter), Stream.of(by.member()))
                .distinct()
                .filter(member -> !members.contains(member))
                .map(member -> new MemberAdmitted(id, member));
        return Stream.concat(Stream.of(new ProjectRestricted(id)), insiders);
    }

    private static Stream<ProjectEvent> when(boolean news, ProjectEvent event) {
        return news ? Stream.of(event) : Stream.empty();
    }

    @EventSourcingHandler
    void on(ProjectEvent event, @SequenceNumber long version, @MetaDataValue("actor") @Nullable String actor) {
        versions.changed(ProjectField.touchedBy(event), version);
        switch (event) {
            case ProjectStarted started -> {
                id = started.project();
                name = started.name();
                description = started.description();
                visibility = started.visibility();
                starter = actor == null ? null : new MemberId(UUID.fromString(actor));
            }
            case ProjectRenamed(var _, var to) -> name = to;
            case ProjectDescribed(var _, var to) -> description = to;
            case WorkflowDefined defined -> workflow = workflow.after(defined);
            case ProjectOpened _ -> visibility = Visibility.OPEN;
            case ProjectRestricted _ -> visibility = Visibility.PRIVATE;
            case MemberAdmitted(var _, var member) -> members.add(member);
            case MemberDismissed(var _, var member) -> members.remove(member);
            case ProjectArchived _ -> archived = true;
            case ProjectUnarchived _ -> archived = false;
        }
    }

    @EventSourcingHandler
    void on(ProjectSnapshot kept) {
        id = kept.project();
        name = kept.name();
        description = kept.description();
        visibility = kept.visibility();
        starter = kept.starter();
        workflow = kept.workflow();
        archived = kept.archived();
        members.addAll(kept.members());
        versions.restore(kept.changedAt());
    }

    @Override
    public ProjectSnapshot snapshot() {
        return new ProjectSnapshot(
                id,
                name,
                description,
                visibility,
                starter,
                workflow,
                archived,
                members.stream().sorted(Comparator.comparing(MemberId::value)).toList(),
                versions.kept());
    }

    private void mustBeRunBy(Steward by) {
        if (!by.steersAll() && !by.member().equals(starter))
            throw new ProjectRefused(
                    NOT_YOURS_TO_RUN,
                    "Only the member who started a project, a manager or an administrator can change it.");
    }

    private void mustNotBeArchived(List<ProjectChange> changes) {
        var aboutTheArchive = changes.stream()
                .allMatch(change -> change instanceof ArchiveProject || change instanceof UnarchiveProject);
        if (archived && !aboutTheArchive)
            throw new ProjectRefused(ARCHIVED, "This project is archived. Unarchive it to change it.");
    }

    private void mustNotBeStale(List<ProjectChange> changes, @Nullable Long seen) {
        var fields = changes.stream().map(ProjectField::touchedBy).toList();
        if (FieldVersions.isYetToCome(seen, getVersion()) || versions.changedSince(seen, fields))
            throw new ProjectRefused(
                    STALE,
                    "Somebody else changed the same field in the meantime. Load the project again, then repeat the change.");
    }

    private void mustNotBeTheStarter(MemberId member) {
        if (member.equals(starter))
            throw new ProjectRefused(STARTER_STAYS, "The member who started a project cannot be removed from it.");
    }

    @SuppressWarnings("NullAway.Init")
    Project() {} // Axon replays events into it
}
