package ilgam.dashboard.project;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import ilgam.dashboard.alias.Aliases;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.starter.messaging.Recorded;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

/** Keeps who may see a project and its dated workflow. */
@Component
@ProcessingGroup("dashboard-projects")
class ProjectProjection {

    private static final String READER = "projects";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Aliases aliases;

    ProjectProjection(JdbcClient db, JsonMapper json, Aliases aliases) {
        this.aliases = aliases;
        this.db = db;
        this.json = json;
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
                        at(definition.at()),
                        at(recorded.recordedAt()),
                        recorded.position(),
                        json.writeValueAsString(definition))
                .update();
        derive(defined.project().value());
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
    void forget() {
        aliases.forget(READER);
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

    private void derive(UUID project) {
        var definitions = db.sql("select definition from workflow where project = ? order by occurred_at, sequence")
                .param(project)
                .query((row, number) -> json.readValue(row.getString(1), Definition.class))
                .list();
        db.sql("delete from meaning where project = ?").param(project).update();
        new Workflow(definitions).meanings().forEach(meaning -> keep(project, meaning));
    }

    private void keep(UUID project, Meaning meaning) {
        db.sql("""
                insert into meaning (project, status, entered_from, entered_to, from_at, to_at, name, category)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        project,
                        meaning.status(),
                        at(meaning.enteredFrom()),
                        at(meaning.enteredTo()),
                        at(meaning.from()),
                        at(meaning.to()),
                        meaning.name(),
                        meaning.category().name())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        if (instant.equals(Instant.MIN)) return OffsetDateTime.MIN;
        if (instant.equals(Instant.MAX)) return OffsetDateTime.MAX;
        return instant.atOffset(ZoneOffset.UTC);
    }
}
