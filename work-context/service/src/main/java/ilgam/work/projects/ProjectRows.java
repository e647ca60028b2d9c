package ilgam.work.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.messaging.Recorded;
import ilgam.starter.text.Text;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;
import ilgam.work.replica.DatedWorkflow;
import ilgam.work.replica.Definition;
import ilgam.work.replica.Shown;

import static java.time.ZoneOffset.UTC;

/** The rows of projects and their dated statuses. */
@Repository
class ProjectRows {

    private static final TypeReference<List<Status>> STATUSES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SUCCESSORS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    ProjectRows(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<ProjectRow> latest(UUID project) {
        return db.sql("""
                select p.id, p.key, p.started_by, v.from_at, v.version, v.name, v.description, v.visibility,
                       v.archived, v.workflow, v.members
                from project p join project_version v on v.project_id = p.id
                where p.id = :project order by v.from_at desc limit 1""")
                .param("project", project)
                .query((row, _) -> read(row))
                .optional();
    }

    ProjectRow read(ResultSet row) throws SQLException {
        return new ProjectRow(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getObject("started_by", UUID.class),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getString("name"),
                row.getString("description"),
                Visibility.valueOf(row.getString("visibility")),
                row.getBoolean("archived"),
                json.readValue(row.getString("workflow"), STATUSES),
                Arrays.asList((UUID[]) row.getArray("members").getArray()));
    }

    void save(ProjectRow row) {
        var members = row.members().stream().map(UUID::toString).toArray(String[]::new);
        db.sql("""
                insert into project (id, key, visibility, archived, started_by, version) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set visibility = excluded.visibility, archived = excluded.archived,
                    version = excluded.version""")
                .params(row.id(), row.key(), row.visibility().name(), row.archived())
                .param(row.startedBy())
                .param(row.version())
                .update();
        db.sql("""
                insert into project_version
                    (project_id, from_at, version, name, description, visibility, archived, workflow, members)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::uuid[])
                on conflict (project_id, from_at) do update set version = excluded.version, name = excluded.name,
                    description = excluded.description, visibility = excluded.visibility,
                    archived = excluded.archived, workflow = excluded.workflow, members = excluded.members""")
                .params(
                        row.id(),
                        row.from().atOffset(UTC),
                        row.version(),
                        row.name(),
                        row.description(),
                        row.visibility().name(),
                        row.archived(),
                        json.writeValueAsString(row.workflow()),
                        members)
                .update();
        db.sql("delete from project_member where project_id = ? and member_id <> all (?::uuid[])")
                .params(row.id(), members)
                .update();
        db.sql("""
                insert into project_member (project_id, member_id) select ?, unnest(?::uuid[])
                on conflict do nothing""").params(row.id(), members).update();
    }

    void define(UUID project, Definition definition, Recorded recorded, @Nullable UUID actor) {
        db.sql("""
                insert into project_workflow
                    (project_id, from_at, sequence, statuses, successors, event_id, actor, source, recorded_at)
                values (?, ?, ?, ?::jsonb, ?::jsonb, ?::uuid, ?, ?, ?) on conflict do nothing""")
                .params(
                        project,
                        definition.at().atOffset(UTC),
                        recorded.sequence(),
                        json.writeValueAsString(definition.statuses()),
                        json.writeValueAsString(definition.successors()),
                        recorded.eventId())
                .param(actor)
                .params(recorded.source(), recorded.recordedAt().atOffset(UTC))
                .update();
    }

    /** Derives the meanings of all statuses of the project from its definitions. */
    void derive(UUID project) {
        var shown = new DatedWorkflow(definitions(project)).shown();
        db.sql("delete from project_status where project_id = ?").param(project).update();
        db.sql("""
                insert into project_status (project_id, status_id, from_at, to_at, shown_id, name, category, place)
                select ?, * from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                    ?::text[], ?::int[])""")
                .param(project)
                .param(column(shown, Shown::id))
                .param(column(shown, each -> bound(each.from())))
                .param(column(shown, each -> bound(each.to())))
                .param(column(shown, each -> each.status().id()))
                .param(column(shown, each -> Text.composed(each.status().name())))
                .param(column(shown, each -> each.status().category().name()))
                .param(column(shown, each -> Integer.toString(each.place())))
                .update();
    }

    private static String[] column(List<Shown> shown, Function<Shown, String> value) {
        return shown.stream().map(value).toArray(String[]::new);
    }

    private List<Definition> definitions(UUID project) {
        return db.sql("select * from project_workflow where project_id = ? order by from_at, sequence")
                .param(project)
                .query((row, _) -> new Definition(
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("statuses"), STATUSES),
                        json.readValue(row.getString("successors"), SUCCESSORS)))
                .list();
    }

    private static String bound(Instant instant) {
        if (instant.equals(Instant.MIN)) return "-infinity";
        if (instant.equals(Instant.MAX)) return "infinity";
        return instant.toString();
    }

    /** Replaces the person with the member they were merged into. */
    void merge(UUID person, UUID into) {
        db.sql("""
                update project_version set members = (
                    select array_agg(member order by place) from (
                        select member, max(place) as place from (
                            select case when m = :person then :into else m end as member, place
                            from unnest(members) with ordinality as each (m, place)) as named
                        group by member) as once)
                where :person = any (members)""").param("person", person).param("into", into).update();
        db.sql("""
                insert into project_member (project_id, member_id)
                select project_id, ? from project_member where member_id = ? on conflict do nothing""").params(into, person).update();
        db.sql("delete from project_member where member_id = ?").param(person).update();
        db.sql("update project_workflow set actor = ? where actor = ?")
                .params(into, person)
                .update();
        db.sql("update project set started_by = ? where started_by = ?")
                .params(into, person)
                .update();
    }

    void reset() {
        db.sql("truncate project, project_version, project_member, project_workflow, project_status")
                .update();
    }
}
