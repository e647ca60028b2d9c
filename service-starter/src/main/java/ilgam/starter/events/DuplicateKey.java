package ilgam.starter.events;

import java.sql.SQLException;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Recognises unique violations by PostgreSQL's SQL state. */
final class DuplicateKey implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException it && UNIQUE_VIOLATION.equals(it.getSQLState())) return true;
        return false;
    }
}
