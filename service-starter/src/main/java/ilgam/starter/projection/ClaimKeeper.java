package ilgam.starter.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Keeps the claims of all segments of an instance with one statement, where Axon would update each by itself every few
 * seconds, needed or not.
 */
final class ClaimKeeper extends JdbcTokenStore {

    private static final String EXTEND = """
            update token_entry set time_stamp = ?
            where (processor_name, segment) in (
              select processor_name, segment from token_entry where owner = ? for update skip locked)
            returning processor_name, segment""";

    private record Claim(String processor, int segment) {}

    private final ConnectionProvider connections;
    private final String owner;
    private final Duration every;
    private Set<Claim> extended = Set.of();
    private long extendedAt = System.nanoTime() - Duration.ofDays(1).toNanos();

    ClaimKeeper(Builder builder, ConnectionProvider connections, String owner, Duration every) {
        super(builder.connectionProvider(connections).nodeId(owner));
        this.connections = connections;
        this.owner = owner;
        this.every = every;
    }

    @Override
    public void extendClaim(String processorName, int segment) throws UnableToClaimTokenException {
        if (!extendAll().contains(new Claim(processorName, segment))) super.extendClaim(processorName, segment);
    }

    private synchronized Set<Claim> extendAll() {
        if (System.nanoTime() - extendedAt < every.toNanos()) return extended;
        extended = Set.of();
        extended = update();
        extendedAt = System.nanoTime();
        return extended;
    }

    private Set<Claim> update() {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(EXTEND)) {
            statement.setString(1, DateTimeUtils.formatInstant(Instant.now()));
            statement.setString(2, owner);
            var claims = ConcurrentHashMap.<Claim>newKeySet();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) claims.add(new Claim(rows.getString(1), rows.getInt(2)));
            }
            return claims;
        } catch (SQLException e) {
            throw new JdbcException("The claims could not be extended.", e);
        }
    }
}
