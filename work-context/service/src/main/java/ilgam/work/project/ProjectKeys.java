package ilgam.work.project;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.PastEvents;
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
     * @return whether it was not taken before: an earlier attempt to start the project may have been appended
     * @throws ProjectRefused when another project has it
     */
    public boolean take(ProjectKey key, ProjectId project) {
        int inserted = db.sql("insert into project_key (key, project) values (?, ?) on conflict do nothing")
                .params(key.text(), project.value())
                .update();
        var taken = db.sql("select exists (select from project_key where key = ? and project = ?)")
                .params(key.text(), project.value())
                .query(Boolean.class)
                .single();
        if (!taken) throw new ProjectRefused(KEY_TAKEN, "The key %s is taken. Choose another.".formatted(key.text()));
        return inserted == 1;
    }

    @EventHandler
    void on(ProjectStarted started) {
        db.sql("insert into project_key (key, project, confirmed) values (?, ?, true)"
                        + " on conflict (key) do update set confirmed = true")
                .params(started.key(), started.project().value())
                .update();
    }

    /** The project was not started, for sure: its key is free at once. */
    public void giveBack(ProjectId project) {
        giveBack(project.value());
    }

    private void giveBack(UUID project) {
        db.sql("delete from project_key where project = ? and not confirmed")
                .param(project)
                .update();
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        db
                .sql("select project from project_key where not confirmed and taken_at < now() - interval '2 minutes'")
                .query(UUID.class)
                .list()
                .stream()
                .filter(project -> PastEvents.of(events, project).findAny().isEmpty())
                .forEach(this::giveBack);
    }
}
