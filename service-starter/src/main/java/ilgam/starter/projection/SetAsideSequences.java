package ilgam.starter.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up aggregates whose events a component has not handled, because of a dead letter or a pause. */
final class SetAsideSequences {

    private final JdbcClient database;

    SetAsideSequences(JdbcClient database) {
        this.database = database;
    }

    /** Whether a component gets this aggregate's events only after an operator has acted. */
    boolean has(String component, String aggregate) {
        return database.sql(
                        "select exists (select from dead_letter where processing_group = ? and sequence_identifier = ?)"
                                + " or exists (select from projection_state where name = ? and state <> 'REBUILDING')")
                .params(component, aggregate, component)
                .query(Boolean.class)
                .single();
    }
}
