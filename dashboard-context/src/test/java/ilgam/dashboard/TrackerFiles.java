package ilgam.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.member.language.MemberId;
import ilgam.work.language.Category;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

/** The history of a real tracker, converted from its files into events of the published language. */
final class TrackerFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant DEFINED_AT = Instant.parse("2026-11-22T08:00:00Z");

    private final Path folder;
    private final UUID project;

    TrackerFiles(Path folder) {
        this.folder = folder;
        this.project = named("project", folder.getFileName().toString());
    }

    UUID project() {
        return project;
    }

    JsonNode truths() {
        return JSON.readTree(folder.resolve("truths.json").toFile());
    }

    List<StoredEvent> all() {
        var all = new ArrayList<StoredEvent>();
        deliver(all::addAll);
        return all;
    }

    /** Delivers the project's events, then those of one item after the other. */
    void deliver(Consumer<List<StoredEvent>> listener) {
        try (var items = lines("items.ndjson.gz");
                var events = lines("events.ndjson.gz")) {
            listener.accept(workflow());
            var event = next(events);
            for (var item = next(items); item != null; item = next(items)) {
                var stored = new ArrayList<StoredEvent>();
                var id = named("item", item.get("id").asString());
                stored.add(new StoredEvent(id, 0, instant(item, "created_at"), opening(id, item)));
                for (; event != null && event.get("item_id").equals(item.get("id")); event = next(events)) {
                    var change = change(new ItemId(id), event);
                    if (change != null) stored.add(new StoredEvent(id, stored.size(), instant(event, "at"), change));
                }
                listener.accept(stored);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<StoredEvent> workflow() {
        var id = new ProjectId(project);
        var statuses = new ArrayList<Status>();
        for (var status :
                JSON.readTree(folder.resolve("workflow.json").toFile()).get("statuses"))
            statuses.add(new Status(
                    slug(status.get("name").asString()),
                    status.get("name").asString(),
                    Category.valueOf(upper(status.get("category").asString()))));
        return List.of(
                new StoredEvent(
                        project,
                        0,
                        DEFINED_AT,
                        new ProjectStarted(id, "P" + Math.abs(project.hashCode() % 10_000), "", "", Visibility.OPEN)),
                new StoredEvent(project, 1, DEFINED_AT, new WorkflowDefined(id, statuses, Map.of())));
    }

    private ItemOpened opening(UUID id, JsonNode item) {
        var key = item.get("id").asString();
        return new ItemOpened(
                new ItemId(id),
                new ProjectId(project),
                Long.parseLong(key.substring(key.indexOf('-') + 1)),
                null,
                List.of("bug", "incident").contains(item.get("kind").asString()) ? Kind.ISSUE : Kind.TASK,
                item.get("title").asString(),
                "",
                null,
                null,
                null,
                Priority.NONE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static @Nullable ItemEvent change(ItemId item, JsonNode event) {
        var field = event.get("field").asString();
        var from = text(event, "from");
        var to = text(event, "to");
        return switch (field) {
            case "created" -> null;
            case "status" -> new ItemMoved(item, null, slug(to));
            case "assignee" -> new ItemAssigned(item, member(from), member(to));
            case "resolution" -> new ItemResolved(item, from, to);
            case "priority" -> new ItemPrioritised(item, Priority.NONE, priority(to));
            case "comment" -> new Commented(item, new CommentId(new UUID(0, 0)), String.valueOf(to));
            default -> new ForeignFieldNoted(item, field, from, to);
        };
    }

    private static Priority priority(@Nullable String name) {
        return switch (String.valueOf(name)) {
            case "Critical" -> Priority.URGENT;
            case "High" -> Priority.HIGH;
            case "Moderate", "Medium" -> Priority.NORMAL;
            case "Low", "Trivial" -> Priority.LOW;
            default -> Priority.NONE;
        };
    }

    private static @Nullable MemberId member(@Nullable String name) {
        return name == null ? null : new MemberId(named("member", name));
    }

    private static UUID named(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String slug(@Nullable String status) {
        return String.valueOf(status).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value.toString().replaceAll("^\"|\"$", "");
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.get(name).asString());
    }

    private BufferedReader lines(String file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8));
    }

    private static @Nullable JsonNode next(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        return line == null ? null : JSON.readTree(line);
    }
}
