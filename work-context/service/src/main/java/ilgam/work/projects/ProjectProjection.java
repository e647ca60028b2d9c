package ilgam.work.projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.replica.Aliases;
import ilgam.member.replica.Known;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
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
import ilgam.work.language.Visibility;
import ilgam.work.replica.Definition;

/** Projects with their versions, their members, and the dated meanings of their statuses. */
@Component
@ProcessingGroup("projects")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "projects",
        tables = {"project", "project_version", "project_member", "project_workflow", "project_status"},
        sharedRows = "person_alias where reader = 'projects'")
class ProjectProjection {

    private static final String READER = "projects";

    private final ProjectRows rows;
    private final Aliases aliases;
    private final Batch<Set<UUID>> redefined;

    ProjectProjection(ProjectRows rows, Aliases aliases) {
        this.rows = rows;
        this.aliases = aliases;
        this.redefined = new Batch<>(LinkedHashSet::new, projects -> projects.forEach(rows::derive));
    }

    @EventHandler
    void on(ProjectEvent event, Recorded recorded) {
        var persons = aliases.known(READER);
        if (event instanceof ProjectStarted started) {
            if (rows.latest(started.project().value()).isEmpty())
                rows.save(started(started, persons.of(recorded.actor()), recorded));
            return;
        }
        var before = rows.latest(event.project().value())
                .orElseThrow(() -> new IllegalStateException(
                        "Project " + event.project() + " has events but none that starts it."));
        if (recorded.sequence() <= before.version()) return;
        var at = before.notBefore(recorded.occurredAt());
        rows.save(after(before.at(at, recorded.sequence()), event, persons));
        if (event instanceof WorkflowDefined defined) define(defined, at, recorded, persons);
    }

    @EventHandler
    void on(PersonMerged merged) {
        var person = merged.member().value();
        rows.merge(person, aliases.merge(READER, person, merged.into().value()));
    }

    @ResetHandler
    void reset() {
        aliases.reset(READER);
        rows.reset();
    }

    private void define(WorkflowDefined defined, Instant at, Recorded recorded, Known persons) {
        var project = defined.project().value();
        var definition = new Definition(at, defined.statuses(), defined.successors());
        rows.define(project, definition, recorded, persons.of(recorded.actor()));
        redefined.current().add(project);
    }

    private static ProjectRow started(ProjectStarted started, @Nullable UUID actor, Recorded recorded) {
        return new ProjectRow(
                started.project().value(),
                started.key(),
                actor,
                recorded.occurredAt(),
                recorded.sequence(),
                started.name(),
                started.description(),
                started.visibility(),
                false,
                List.of(),
                List.of());
    }

    private static ProjectRow after(ProjectRow row, ProjectEvent event, Known persons) {
        return switch (event) {
            case ProjectStarted _ -> row;
            case ProjectRenamed renamed -> row.named(renamed.name());
            case ProjectDescribed described -> row.described(described.description());
            case WorkflowDefined defined -> row.working(defined.statuses());
            case ProjectOpened _ -> row.visible(Visibility.OPEN);
            case ProjectRestricted _ -> row.visible(Visibility.PRIVATE);
            case MemberAdmitted admitted -> admit(row, who(admitted.member(), persons));
            case MemberDismissed dismissed -> dismiss(row, dismissed.member().value());
            case ProjectArchived _ -> row.archived(true);
            case ProjectUnarchived _ -> row.archived(false);
        };
    }

    private static UUID who(MemberId member, Known persons) {
        return persons.into().getOrDefault(member.value(), member.value());
    }

    private static ProjectRow admit(ProjectRow row, UUID member) {
        var members = new ArrayList<>(dismiss(row, member).members());
        members.add(member);
        return row.withMembers(members);
    }

    private static ProjectRow dismiss(ProjectRow row, UUID member) {
        return row.withMembers(
                row.members().stream().filter(other -> !other.equals(member)).toList());
    }
}
