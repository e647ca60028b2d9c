package ilgam.starter.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/**
 * The SQL of a dead-letter queue, with a way to retry a single letter among many: Axon's own statement pages through
 * sequences by the index of their first letter, and misses those beyond the first page.
 */
public final class LetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    private static final ScopedValue<String> WANTED = ScopedValue.newInstance();

    LetterStatements(Serializer serializer, Serializer eventSerializer) {
        super(DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                .schema(Tables.DEAD_LETTERS)
                .genericSerializer(serializer)
                .eventSerializer(eventSerializer));
    }

    /** Processes only this letter of a queue, and those that wait behind it. */
    public static boolean of(String letter, BooleanSupplier processing) {
        return ScopedValue.where(WANTED, letter).call(processing::getAsBoolean);
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String group, Instant processingStartedLimit, int offset, int maxSize)
            throws SQLException {
        if (!WANTED.isBound())
            return super.claimableSequencesStatement(connection, group, processingStartedLimit, offset, maxSize);
        var statement = connection.prepareStatement(
                "select * from dead_letter where processing_group = ? and dead_letter_identifier = ? offset ?");
        statement.setString(1, group);
        statement.setString(2, WANTED.get());
        statement.setInt(3, offset);
        return statement;
    }
}
