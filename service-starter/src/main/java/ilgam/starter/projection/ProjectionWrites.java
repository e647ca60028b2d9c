package ilgam.starter.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import ilgam.starter.projection.ProjectionStates.State;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/**
 * What is written to a projection outside of a batch of events, such as a dead letter that is tried again. As a batch, it
 * excludes changes of projections' states and what puts a rebuild in a projection's place, and leaves out what is paused.
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
     * Writes, in transactions of its own.
     *
     * @throws Refused as 409 when the projection is paused, as 503 when somebody has all projections for themselves
     */
    public void to(String projection, Runnable writing) {
        try (var connection = source.getConnection()) { // beside those of the writing, which roll back as they like
            connection.setAutoCommit(false);
            try {
                share(connection);
                if (states.all().get(projection) == State.PAUSED)
                    throw new Refused(
                            HttpStatus.CONFLICT,
                            CommonReason.PAUSED,
                            "The projection is paused. Please let it go on first.");
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
            ProjectingTransactions.pause();
        }
    }
}
