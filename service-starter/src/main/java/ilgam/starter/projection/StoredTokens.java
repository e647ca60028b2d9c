package ilgam.starter.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far processors are by the database, whichever instance has their segments. */
final class StoredTokens {

    private final JdbcClient database;
    private final Serializer serializer;

    StoredTokens(JdbcClient database, Serializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /** Where the processor is for certain: every segment has everything up to there; empty before the first event. */
    Optional<TrackingToken> lowest(String processor) {
        var tokens = all(processor);
        return tokens.contains(Optional.<TrackingToken>empty())
                ? Optional.empty()
                : tokens.stream().flatMap(Optional::stream).reduce(TrackingToken::lowerBound);
    }

    /** Nothing after this was handled by any segment. */
    Optional<TrackingToken> highest(String processor) {
        return all(processor).stream().flatMap(Optional::stream).reduce(TrackingToken::upperBound);
    }

    /** Where each segment is; one before the first event is left out. */
    Map<Integer, TrackingToken> bySegment(String processor) {
        var tokens = new HashMap<Integer, TrackingToken>();
        database.sql("select segment, token, token_type from token_entry where processor_name = ?")
                .param(processor)
                .query(row -> {
                    var segment = row.getInt(1);
                    token(row.getBytes(2), row.getString(3)).ifPresent(token -> tokens.put(segment, token));
                });
        return tokens;
    }

    private List<Optional<TrackingToken>> all(String processor) {
        return database.sql("select token, token_type from token_entry where processor_name = ?")
                .param(processor)
                .query((row, _) -> token(row.getBytes(1), row.getString(2)))
                .list();
    }

    private Optional<TrackingToken> token(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) return Optional.empty();
        return Optional.of(serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null)));
    }

    int segments(String processor) {
        return database.sql("select count(*) from token_entry where processor_name = ?")
                .param(processor)
                .query(Integer.class)
                .single();
    }

    /** Another reader begins where this one is, segment by segment. */
    void copy(String processor, String reader) {
        database.sql("delete from token_entry where processor_name = ?")
                .param(reader)
                .update();
        database.sql("""
                insert into token_entry (processor_name, segment, token, token_type, time_stamp)
                select ?, segment, token, token_type, time_stamp from token_entry where processor_name = ?""").params(reader, processor).update();
    }

    /** A reader begins with the first event, in as many segments as a processor has. */
    void begin(String reader, String processor, TokenStore store, @Nullable TrackingToken first) {
        database.sql("delete from token_entry where processor_name = ?")
                .param(reader)
                .update();
        store.initializeTokenSegments(reader, Math.max(1, segments(processor)), first);
    }

    /** Deletes the tokens of a reader that nobody has claimed; answers whether it was so. */
    boolean delete(String reader) {
        var claimed = database
                .sql("select owner from token_entry where processor_name = ? for update")
                .param(reader)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .stream()
                .anyMatch(Optional::isPresent);
        if (claimed) return false;
        database.sql("delete from token_entry where processor_name = ?")
                .param(reader)
                .update();
        return true;
    }
}
