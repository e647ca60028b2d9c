package ilgam.starter.projection.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.projection.Processors;
import ilgam.starter.projection.Projections.Entry;
import ilgam.starter.projection.rebuild.Comparison.Difference;

/** Compares projections with a rebuild from exactly the events that they have handled, and keeps the latest result. */
final class Comparisons {

    /** The latest result for a projection. */
    record Latest(Instant at, long rows, long differing, List<Difference> differences) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;
    private final DataSource source;
    private final ProjectionStates states;
    private final StoredTokens tokens;
    private final ProjectionPositions positions;
    private final Rebuilds rebuilds;

    Comparisons(
            JdbcClient database,
            DataSource source,
            ProjectionStates states,
            StoredTokens tokens,
            ProjectionPositions positions,
            Rebuilds rebuilds) {
        this.database = database;
        this.source = source;
        this.states = states;
        this.tokens = tokens;
        this.positions = positions;
        this.rebuilds = rebuilds;
    }

    Optional<Latest> latest(String projection) {
        return database.sql(
                        "select compared_at, row_count, differing, differences from projection_comparison where name = ?")
                .param(projection)
                .query((row, _) -> new Latest(
                        row.getTimestamp(1).toInstant(),
                        row.getLong(2),
                        row.getLong(3),
                        JSON.readValue(row.getString(4), new TypeReference<List<Difference>>() {})))
                .optional();
    }

    /**
     * Completes the comparison of a projection when it and its rebuild have almost caught up.
     *
     * @param reader of the rebuild, which has stopped
     * @return whether the comparison is complete; otherwise it must start again
     */
    boolean end(Entry projection, OwnReader reader, Processors processors) {
        var last = reader.handledAt().stream().mapToLong(Long::longValue).max().orElse(-1);
        if (!await(() -> positions.lowest(projection.processor()) >= last)) return false;
        states.within(() -> {
            rebuilds.prepare(projection);
            return true;
        });
        Comparison.Found found;
        try (var both = states.alone(() -> whenEqual(projection, reader, processors))) {
            if (both == null) return false;
            found = both.of(projection);
        }
        states.within(() -> {
            rebuilds.drop(projection);
            tokens.delete(OwnReader.nameFor(projection.name()));
            states.endComparison(projection.name());
            note(projection.name(), found);
            return true;
        });
        return true;
    }

    /** Compares while no processor handles events, so that projection and rebuild have handled the same ones. */
    private @Nullable Comparison whenEqual(Entry projection, OwnReader reader, Processors processors) {
        var had = tokens.bySegment(projection.processor());
        for (var position : reader.handledAt())
            for (var token : had.values())
                if (!has(token, position)) return null; // only the reader has handled an event that filled a gap
        var met = states.met(projection.name());
        var rest = OwnReader.rebuildingWhat(
                (event, segment) -> met.contains(event.getIdentifier())
                        || has(had.get(segment.getSegmentId()), OwnReader.position(event)),
                rebuilds.component(projection, processors));
        var name = OwnReader.nameFor(projection.name());
        var processor = processors.reader(name, rest, rebuilds.transactions(projection));
        processor.start();
        try {
            var segments = tokens.segments(name);
            var head = positions.head();
            if (!await(() -> OwnReader.isAt(processor, segments, head))) return null;
        } finally {
            processor.shutDown();
        }
        return Comparison.asOfNow(source);
    }

    private static boolean has(@Nullable TrackingToken token, long position) {
        return token != null
                && token.position().orElse(-1) >= position
                && !(token instanceof GapAwareTrackingToken gaps
                        && gaps.getGaps().contains(position));
    }

    private void note(String projection, Comparison.Found found) {
        database.sql("""
                        insert into projection_comparison (name, row_count, differing, differences)
                        values (:name, :rows, :differing, :differences::jsonb)
                        on conflict (name) do update set compared_at = excluded.compared_at,
                            row_count = excluded.row_count, differing = excluded.differing,
                            differences = excluded.differences""")
                .params(Map.of(
                        "name", projection,
                        "rows", found.rows(),
                        "differing", found.differing(),
                        "differences", JSON.writeValueAsString(found.differences())))
                .update();
    }

    /** A condition to wait for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private static boolean await(Condition condition) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > patience) return false;
                Thread.sleep(LOOK_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
