package ilgam.work.project;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectId;

import static ilgam.work.project.ProjectRefused.Reason.KEY_TAKEN;

/**
 * Sees to it that no two projects have the same key: a key is taken before its project starts. When two ask for one
 * key at the same time, the second is told. A key whose project never came to be is free again after a while.
 */
@Component
@ProcessingGroup("lookups")
public class ProjectKeys {

    private final JdbcClient db;
    private final EventStore events;

    ProjectKeys(JdbcClient db, EventStore events) {
        this.db = db;
        this.events = events;
    }

    /**
     * Takes the key for this project; taking it again for the same one is fine.
     *
     * @throws ProjectRefused when another project has it
     */
    public void take(ProjectKey key, ProjectId project) {
        db.sql("insert into project_key (key, project) values (?, ?) on conflict do nothing")
                .params(key.text(), project.value())
                .update();
        var taken = db.sql("select exists (select from project_key where key = ? and project = ?)")
                .params(key.text(), project.value())
                .query(Boolean.class)
                .single();
        if (!taken) throw new ProjectRefused(KEY_TAKEN, "The key %s is taken. Choose another.".formatted(key.text()));
    }

    @EventHandler
    void on(ProjectStarted started) {
        db.sql("insert into project_key (key, project, confirmed) values (?, ?, true)"
                        + " on conflict (key) do update set confirmed = true")
                .params(started.key(), started.project().value())
                .update();
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        db
                .sql("select project from project_key where not confirmed and taken_at < now() - interval '10 minutes'")
                .query(UUID.class)
                .list()
                .stream()
                .filter(project ->
                        events.lastSequenceNumberFor(project.toString()).isEmpty())
                .forEach(project -> db.sql("delete from project_key where project = ? and not confirmed")
                        .param(project)
                        .update());
    }
}
