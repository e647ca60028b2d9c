package ilgam.work.imports;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import ilgam.work.imports.source.SourceWorkflow;
import ilgam.work.projects.ProjectView;

/** What members request of an import. Any instance then carries it out. */
@Component
public class ImportRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    ImportRequests(JdbcClient db) {
        this.db = db;
    }

    /** Makes the import ready to run: the upload is complete and its project known. */
    public void start(UUID id, ProjectView project) {
        db.sql("""
                update import set project_key = ?, project_id = ?, statuses = cast(? as jsonb), state = 'running',
                    asked_at = now() where id = ?""")
                .params(project.key(), project.id(), JSON.writeValueAsString(SourceWorkflow.idsOf(project)), id)
                .update();
    }

    /**
     * Cancels a running import, and withdraws a finished one. Repeated calls change nothing.
     *
     * @param by the member who requested it
     */
    public void takeBack(UUID id, UUID by) {
        db.sql("""
                update import set withdrawn_by = ?, tries = 0, failure = null, failure_reason = null, waiting = null,
                    state = case state when 'running' then 'cancelling' else 'withdrawing' end,
                    step = case state when 'running' then step else 'withdraw' end,
                    leased_until = case state when 'running' then leased_until end
                where id = ? and state in ('running', 'done', 'failed', 'cancelled')""").params(by, id).update();
    }

    /** Restores the import's items; false when it was not withdrawn. */
    public boolean bringBack(UUID id, UUID by) {
        return db.sql("""
                        update import set withdrawn_by = ?, state = 'running', step = 'restore', tries = 0,
                            leased_until = null
                        where id = ? and (state = 'withdrawn' or (state = 'running' and step = 'restore'))""").params(by, id).update() == 1;
    }
}
