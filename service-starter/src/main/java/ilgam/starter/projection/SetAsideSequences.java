package ilgam.starter.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which aggregates have events that a component could not handle, or that it has not had because it is paused. */
final class SetAsideSequences {

    private final JdbcClient database;

    SetAsideSequences(JdbcClient database) {
        this.database = database;
    }

    /** Whether the component has what happened to this aggregate only after an operator has done something about it. */
    boolean has(String component, String aggregate) {
        return database.sql(
                        "select exists (select from dead_letter where processing_group = ? and sequence_identifier = ?)"
                                + " or exists (select from projection_state where name = ? and state <> 'REBUILDING')")
                .params(component, aggregate, component)
                .query(Boolean.class)
                .single();
    }
}
