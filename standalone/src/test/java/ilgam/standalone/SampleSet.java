package ilgam.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.trial.Multipart;

/** A tracker's history in the import format, read from its files. */
record SampleSet(Path folder, List<Item> items, Map<String, String> categories, int events) {

    /** An item's creation and its statuses in order. */
    record Item(String id, Instant createdAt, List<Status> statuses) {}

    /** A change of status. */
    record Status(Instant at, String name) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the set, or skips the test if the shared data is missing. */
    static SampleSet read(String name) {
        var folder =
                Path.of(System.getProperty("ilgam.data", "../../shared/data")).resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
        var statuses = new HashMap<String, List<Status>>();
        var events = new int[1];
        lines(folder.resolve("events.ndjson.gz"), event -> {
            events[0]++;
            if (event.path("field").asString().equals("status"))
                statuses.computeIfAbsent(event.path("item_id").asString(), id -> new ArrayList<>())
                        .add(new Status(
                                Instant.parse(event.path("at").asString()),
                                event.path("to").asString()));
        });
        var items = new ArrayList<Item>();
        lines(folder.resolve("items.ndjson.gz"), item -> {
            var id = item.path("id").asString();
            items.add(new Item(
                    id, Instant.parse(item.path("created_at").asString()), statuses.getOrDefault(id, List.of())));
        });
        return new SampleSet(folder, items, categories(folder), events[0]);
    }

    private static Map<String, String> categories(Path folder) {
        var categories = new LinkedHashMap<String, String>();
        for (var status : read(folder.resolve("workflow.json")).path("statuses"))
            categories.put(
                    status.path("name").asString(), status.path("category").asString());
        return categories;
    }

    /** The figures that came with the set, computed independently. */
    JsonNode givenTruths() {
        return read(folder.resolve("truths.json"));
    }

    Multipart upload(@Nullable String project) {
        var form = new Multipart();
        if (project != null) form.field("project", project);
        return form.file("workflow", folder.resolve("workflow.json"))
                .file("items", folder.resolve("items.ndjson.gz"))
                .file("events", folder.resolve("events.ndjson.gz"));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void lines(Path file, Consumer<JsonNode> each) {
        try (var reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            lines.map(JSON::readTree).forEach(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
