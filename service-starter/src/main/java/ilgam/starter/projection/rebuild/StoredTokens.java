package ilgam.starter.projection.rebuild;

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

/** Tokens of processors as stored in the database, whichever instance has their segments. */
final class StoredTokens {

    private final JdbcClient database;
    private final Serializer serializer;

    StoredTokens(JdbcClient database, Serializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /** The token that every segment has reached; empty before the first event. */
    Optional<TrackingToken> lowest(String processor) {
        var tokens = all(processor);
        return tokens.contains(Optional.<TrackingToken>empty())
                ? Optional.empty()
                : tokens.stream().flatMap(Optional::stream).reduce(TrackingToken::lowerBound);
    }

    /** The highest token of any segment; no segment has handled a later event. */
    Optional<TrackingToken> highest(String processor) {
        return all(processor).stream().flatMap(Optional::stream).reduce(TrackingToken::upperBound);
    }

    /** The token of each segment; segments before the first event are left out. */
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

    /** Copies the tokens of a processor to a reader, segment by segment. */
    void copy(String processor, String reader) {
        database.sql("delete from token_entry where processor_name = ?")
                .param(reader)
                .update();
        database.sql("""
                insert into token_entry (processor_name, segment, token, token_type, time_stamp)
                select ?, segment, token, token_type, time_stamp from token_entry where processor_name = ?""").params(reader, processor).update();
    }

    /** Initialises a reader before the first event, with as many segments as the processor has. */
    void begin(String reader, String processor, TokenStore store, @Nullable TrackingToken first) {
        database.sql("delete from token_entry where processor_name = ?")
                .param(reader)
                .update();
        store.initializeTokenSegments(reader, Math.max(1, segments(processor)), first);
    }

    /** Deletes a reader's tokens unless they are claimed; returns whether it did. */
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
