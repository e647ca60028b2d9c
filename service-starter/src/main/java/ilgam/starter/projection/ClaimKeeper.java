package ilgam.starter.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Axon's token store with two differences. One statement keeps the claims of all segments of an instance, where Axon
 * would update each by itself every few seconds. And a claim holds only as long as the stored token is the one that this
 * instance last read or stored: a database that forgot the newest transactions, in a crash or by going over to another
 * server, forgot projected rows together with the token, so the segment must start again from the token that is there.
 */
final class ClaimKeeper extends JdbcTokenStore {

    private static final String EXTEND_ALL = """
            update token_entry set time_stamp = ?
            where (processor_name, segment) in (
              select processor_name, segment from token_entry where owner = ? for update skip locked)
            returning processor_name, segment, token""";

    private static final String EXTEND = """
            update token_entry set time_stamp = ?
            where owner = ? and processor_name = ? and segment = ? and token is not distinct from ?""";

    private static final String STORE = """
            update token_entry set time_stamp = ?, token = ?, token_type = ?
            where owner = ? and processor_name = ? and segment = ? and token is not distinct from ?""";

    private static final String READ = "select token from token_entry where processor_name = ? and segment = ?";

    private record Claim(String processor, int segment) {}

    private final ConnectionProvider connections;
    private final String owner;
    private final Duration every;
    /** Without those whose token is null, as it is before the first event of an Axon Server. */
    private final Map<Claim, byte[]> stored = new ConcurrentHashMap<>();

    private Set<Claim> extended = Set.of();
    private long extendedAt = System.nanoTime() - Duration.ofDays(1).toNanos();

    ClaimKeeper(Builder builder, ConnectionProvider connections, String owner, Duration every) {
        super(builder.connectionProvider(connections).nodeId(owner));
        this.connections = connections;
        this.owner = owner;
        this.every = every;
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) throws UnableToClaimTokenException {
        var token = super.fetchToken(processorName, segment);
        remember(new Claim(processorName, segment));
        return token;
    }

    @Override
    public TrackingToken fetchToken(String processorName, Segment segment) throws UnableToClaimTokenException {
        var token = super.fetchToken(processorName, segment);
        remember(new Claim(processorName, segment.getSegmentId()));
        return token;
    }

    private void remember(Claim claim) {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(READ)) {
            statement.setString(1, claim.processor);
            statement.setInt(2, claim.segment);
            try (var row = statement.executeQuery()) {
                row.next();
                var token = row.getBytes(1);
                if (token == null) stored.remove(claim);
                else stored.put(claim, token);
            }
        } catch (SQLException e) {
            throw new JdbcException("The token of %s could not be read.".formatted(claim), e);
        }
    }

    /** A transaction that is rolled back after this leaves a wrong token remembered, until the segment is claimed anew. */
    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) throws UnableToClaimTokenException {
        var claim = new Claim(processorName, segment);
        var serialized = serializer().serialize(token, byte[].class);
        update(claim, STORE, 3, statement -> {
            statement.setBytes(2, serialized.getData());
            statement.setString(3, serialized.getType().getName());
        });
        stored.put(claim, serialized.getData());
    }

    @Override
    public void extendClaim(String processorName, int segment) throws UnableToClaimTokenException {
        var claim = new Claim(processorName, segment);
        if (!extendAll().contains(claim)) update(claim, EXTEND, 1, _ -> {});
    }

    /** Sets some of a statement's parameters. */
    @FunctionalInterface
    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private void update(Claim claim, String sql, int values, Values further) {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, now());
            further.set(statement);
            statement.setString(values + 1, owner);
            statement.setString(values + 2, claim.processor);
            statement.setInt(values + 3, claim.segment);
            statement.setBytes(values + 4, stored.get(claim));
            if (statement.executeUpdate() == 0)
                throw new UnableToClaimTokenException(
                        "%s is no longer this instance's, or its token is not the one last stored.".formatted(claim));
        } catch (SQLException e) {
            throw new JdbcException("The token of %s could not be updated.".formatted(claim), e);
        }
    }

    private synchronized Set<Claim> extendAll() {
        if (System.nanoTime() - extendedAt < every.toNanos()) return extended;
        extended = Set.of();
        extended = ownedWithKnownToken();
        extendedAt = System.nanoTime();
        return extended;
    }

    private Set<Claim> ownedWithKnownToken() {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(EXTEND_ALL)) {
            statement.setString(1, now());
            statement.setString(2, owner);
            var claims = ConcurrentHashMap.<Claim>newKeySet();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var claim = new Claim(rows.getString(1), rows.getInt(2));
                    if (Arrays.equals(rows.getBytes(3), stored.get(claim))) claims.add(claim);
                }
            }
            return claims;
        } catch (SQLException e) {
            throw new JdbcException("The claims could not be extended.", e);
        }
    }

    private static String now() {
        return DateTimeUtils.formatInstant(Instant.now());
    }
}
