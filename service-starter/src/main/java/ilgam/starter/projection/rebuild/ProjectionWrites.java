package ilgam.starter.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import ilgam.starter.projection.LockPolling;
import ilgam.starter.projection.rebuild.ProjectionStates.State;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/**
 * Writes to a projection outside of a batch, such as the retry of a dead letter. As a batch does, it holds the shared
 * lock, so that neither states change nor tables are swapped meanwhile, and it skips paused projections.
 */
public final class ProjectionWrites {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource source;
    private final ProjectionStates states;

    ProjectionWrites(DataSource source, ProjectionStates states) {
        this.source = source;
        this.states = states;
    }

    /**
     * Runs the writing, in transactions of its own.
     *
     * @throws Refused as 409 when the projection is paused, as 503 when another transaction holds the exclusive lock
     */
    public void to(String projection, Runnable writing) {
        try (var connection = source.getConnection()) { // the lock outlives rollbacks of the writing
            connection.setAutoCommit(false);
            try {
                share(connection);
                if (states.all().get(projection) == State.PAUSED)
                    throw new Refused(
                            HttpStatus.CONFLICT,
                            CommonReason.PAUSED,
                            "The projection is paused. Please resume it first.");
                writing.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("share the projections", null, failure);
        }
    }

    private static void share(Connection connection) {
        var database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (database.queryForObject("select begin_projecting()", Long.class) == null) {
            if (System.nanoTime() > patience) throw ProjectionStates.busy();
            LockPolling.pause();
        }
    }
}
