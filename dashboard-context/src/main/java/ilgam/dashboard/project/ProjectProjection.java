package ilgam.dashboard.project;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.replica.Aliases;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.Batch;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;
import ilgam.work.replica.DatedWorkflow;
import ilgam.work.replica.Definition;
import ilgam.work.replica.Meaning;

import static java.time.ZoneOffset.UTC;

/** Who may see a project, and its dated workflow. */
@Component
@ProcessingGroup("projects")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "dashboard-projects",
        tables = {"project", "project_member", "workflow", "meaning"},
        sharedRows = "person_alias where reader = 'projects'",
        notFromEvents = "workflow.position")
class ProjectProjection {

    private static final String READER = "projects";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Aliases aliases;
    private final Batch<Set<UUID>> redefined;

    ProjectProjection(JdbcClient db, JsonMapper json, Aliases aliases) {
        this.aliases = aliases;
        this.db = db;
        this.json = json;
        this.redefined = new Batch<>(LinkedHashSet::new, projects -> projects.forEach(this::derive));
    }

    @EventHandler
    void on(ProjectStarted started) {
        db.sql("insert into project (id, key, visibility) values (?, ?, ?) on conflict (id) do nothing")
                .params(
                        started.project().value(),
                        started.key(),
                        started.visibility().name())
                .update();
    }

    @EventHandler
    void on(ProjectOpened opened) {
        show(opened.project(), Visibility.OPEN);
    }

    @EventHandler
    void on(ProjectRestricted restricted) {
        show(restricted.project(), Visibility.PRIVATE);
    }

    @EventHandler
    void on(MemberAdmitted admitted) {
        db.sql("insert into project_member (project, member) values (?, ?) on conflict do nothing")
                .params(admitted.project().value(), who(admitted.member()))
                .update();
    }

    @EventHandler
    void on(MemberDismissed dismissed) {
        db.sql("delete from project_member where project = ? and member = ?")
                .params(dismissed.project().value(), dismissed.member().value())
                .update();
    }

    @EventHandler
    void on(WorkflowDefined defined, Recorded recorded) {
        var definition = new Definition(
                recorded.occurredAt().truncatedTo(ChronoUnit.MICROS), defined.statuses(), defined.successors());
        db.sql("""
                insert into workflow (project, sequence, occurred_at, recorded_at, position, definition)
                values (?, ?, ?, ?, ?, ?::jsonb) on conflict (project, sequence) do nothing
                """)
                .params(
                        defined.project().value(),
                        recorded.sequence(),
                        definition.at().atOffset(UTC),
                        recorded.recordedAt().atOffset(UTC),
                        recorded.position(),
                        json.writeValueAsString(definition))
                .update();
        redefined.current().add(defined.project().value());
    }

    @EventHandler
    void on(PersonMerged merged) {
        var person = merged.member().value();
        var into = aliases.merge(READER, person, merged.into().value());
        db.sql("""
                insert into project_member (project, member)
                select project, ? from project_member where member = ? on conflict do nothing
                """).params(into, person).update();
        db.sql("delete from project_member where member = ?").param(person).update();
    }

    @ResetHandler
    void reset() {
        aliases.reset(READER);
        db.sql("truncate project, project_member, workflow, meaning").update();
    }

    private UUID who(MemberId member) {
        return aliases.known(READER).into().getOrDefault(member.value(), member.value());
    }

    private void show(ProjectId project, Visibility visibility) {
        db.sql("update project set visibility = ? where id = ?")
                .params(visibility.name(), project.value())
                .update();
    }

    /**
     * Derives the meanings of statuses. A definition takes effect no earlier than the previous one, even if the clock
     * was set back.
     */
    private void derive(UUID project) {
        var definitions = db.sql("""
                        select definition, max(occurred_at) over (order by sequence) as acts_from
                        from workflow where project = ? order by sequence
                        """)
                .param(project)
                .query((row, _) -> json.readValue(row.getString("definition"), Definition.class)
                        .from(row.getObject("acts_from", OffsetDateTime.class).toInstant()))
                .list();
        db.sql("delete from meaning where project = ?").param(project).update();
        keep(project, new DatedWorkflow(definitions).meanings());
    }

    private void keep(UUID project, List<Meaning> meanings) {
        db.sql("""
                        insert into meaning (project, status, entered_from, entered_to, from_at, to_at, name, category)
                        select ?, * from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[], ?::text[])
                        """)
                .param(project)
                .param(column(meanings, Meaning::status))
                .param(column(meanings, meaning -> at(meaning.enteredFrom())))
                .param(column(meanings, meaning -> at(meaning.enteredTo())))
                .param(column(meanings, meaning -> at(meaning.from())))
                .param(column(meanings, meaning -> at(meaning.to())))
                .param(column(meanings, Meaning::name))
                .param(column(meanings, meaning -> meaning.category().name()))
                .update();
    }

    private static String[] column(List<Meaning> meanings, Function<Meaning, String> value) {
        return meanings.stream().map(value).toArray(String[]::new);
    }

    private static String at(Instant instant) {
        if (instant.equals(Instant.MIN)) return "-infinity";
        if (instant.equals(Instant.MAX)) return "infinity";
        return instant.toString();
    }
}
