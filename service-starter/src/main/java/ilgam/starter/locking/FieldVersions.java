package ilgam.starter.locking;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The version of an aggregate in which each of its fields last changed. It answers whether a client that saw an earlier
 * version would overwrite a change that it has not seen.
 *
 * @param <F> what identifies a field: a constant, or the id of a part of the aggregate
 */
public final class FieldVersions<F> {

    private final Map<F, Long> versions = new HashMap<>();

    /** An event changed the field. */
    public void changed(F field, long version) {
        versions.put(field, version);
    }

    /**
     * Whether the field changed after the version that a client saw. A field that never changed is as the client saw
     * it.
     *
     * @param seen null: the client does not mind what it overwrites
     */
    public boolean changedSince(@Nullable Long seen, F field) {
        return changedSince(seen, List.of(field));
    }

    /** Whether one of the fields changed after the version that a client saw. */
    public boolean changedSince(@Nullable Long seen, Collection<F> fields) {
        if (seen == null) return false;
        return fields.stream().map(versions::get).anyMatch(changedIn -> changedIn != null && changedIn > seen);
    }

    /** Whether no client can have seen this version, as the aggregate is not there yet. */
    public static boolean isYetToCome(@Nullable Long seen, long present) {
        return seen != null && seen > present;
    }

    /** The version in which the field last changed; -1 when it never did. */
    public long lastChange(F field) {
        return versions.getOrDefault(field, -1L);
    }

    /** Forgets all fields but these. */
    public void keepOnly(Collection<F> fields) {
        versions.keySet().retainAll(fields);
    }

    /** The form in snapshots. */
    public Map<F, Long> kept() {
        return Map.copyOf(versions);
    }

    /** Takes over the versions of a snapshot. */
    public void restore(Map<F, Long> kept) {
        versions.putAll(kept);
    }
}
