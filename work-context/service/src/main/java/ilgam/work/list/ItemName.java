package ilgam.work.list;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.work.projects.Projects;

/** A name by which the caller finds an item. Several matches count as none. */
record ItemName(Kind kind, Map<String, Object> parameters) implements Selection {

    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9]{1,9})-([0-9]{1,18})");

    /** What an item is named by. */
    enum Kind {
        ID("v.item_id = :id"),
        KEY("p.key = :key and v.number = :number"),
        SOURCE_KEY("v.source_key = :sourceKey");

        private final String sql;

        Kind(String condition) {
            sql = "select v.item_id from item_version v join project p on p.id = v.project_id"
                    + " where v.to_at = 'infinity' and " + condition + " and " + Projects.VISIBLE + " limit 2";
        }
    }

    static ItemName of(UUID id) {
        return new ItemName(Kind.ID, Map.of("id", id));
    }

    /** The possible meanings of a name, in the order of preference. */
    static List<ItemName> meant(String keyOrId) {
        if (keyOrId.indexOf('\0') >= 0) return List.of();
        var id = uuid(keyOrId);
        if (id != null) return List.of(of(id));
        var ofSource = new ItemName(Kind.SOURCE_KEY, Map.of("sourceKey", keyOrId));
        var key = KEY.matcher(keyOrId);
        if (!key.matches()) return List.of(ofSource);
        var values = Map.<String, Object>of(
                "key", key.group(1).toUpperCase(Locale.ROOT), "number", Long.valueOf(key.group(2)));
        return List.of(new ItemName(Kind.KEY, values), ofSource);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    @Override
    public String sql() {
        return kind.sql;
    }

    @Override
    public String order() {
        return "c.item_id";
    }
}
