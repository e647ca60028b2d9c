package ilgam.work.imports.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.spool.Part;

/** The people whom the lines name, each with the first place of the name. */
@Component
class NamedPeople {

    private record Place(String name, String file, long line, String field) {}

    private final JdbcClient db;

    NamedPeople(JdbcClient db) {
        this.db = db;
    }

    /** The first places of names in a batch of lines. */
    static final class Places {

        private final Map<String, Place> byName = new HashMap<>();

        void add(@Nullable String name, Part part, long line, String field) {
            if (name != null) byName.putIfAbsent(name, new Place(name, part.file(), line, field));
        }
    }

    void keep(Import running, Places places) {
        var found = new ArrayList<>(places.byName.values());
        found.sort(Comparator.comparing(Place::name));
        db.sql("""
                insert into import_person (import_id, name, file, line, field)
                select ?, * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) on conflict do nothing""")
                .params(
                        running.id(),
                        found.stream().map(Place::name).toArray(String[]::new),
                        found.stream().map(Place::file).toArray(String[]::new),
                        found.stream().map(Place::line).toArray(Long[]::new),
                        found.stream().map(Place::field).toArray(String[]::new))
                .update();
    }
}
