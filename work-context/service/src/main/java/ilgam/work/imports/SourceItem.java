package ilgam.work.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * An item as the source tracker had it at last.
 *
 * @param leftOver every field that has no counterpart here, as it was
 */
record SourceItem(
        String id,
        @Nullable String project,
        Kind kind,
        String title,
        String description,
        Instant createdAt,
        @Nullable String reporter,
        @Nullable String assignee,
        @Nullable String priorityWord,
        @Nullable String resolution,
        List<String> labels,
        @Nullable String parent,
        List<Link> links,
        Map<String, JsonNode> leftOver) {

    record Link(String type, String to) {}

    private static final Set<String> KNOWN = Set.of(
            "id",
            "project",
            "title",
            "description",
            "created_at",
            "reporter",
            "assignee",
            "priority",
            "resolution",
            "labels",
            "parent",
            "links");

    static SourceItem of(SourceLine line) {
        return new SourceItem(
                line.text("id", 200),
                line.optionalText("project", 40),
                kind(line.text("kind", 40)),
                title(line.text("title", 10_000)),
                orEmpty(line.optionalText("description", 100_000)),
                line.instant("created_at"),
                line.optionalText("reporter", 200),
                line.optionalText("assignee", 200),
                checkedPriority(line.optionalText("priority", 40)),
                line.optionalText("resolution", 200),
                labels(line),
                line.optionalText("parent", 200),
                links(line),
                line.without(KNOWN));
    }

    private static String title(String text) {
        var title = text.strip();
        if (title.length() > 500) throw new Senseless("The title is longer than 500 characters.");
        return title;
    }

    private static Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "bug", "incident", "issue" -> Kind.ISSUE;
            default -> Kind.TASK;
        };
    }

    static Priority priority(@Nullable String word) {
        if (word == null) return Priority.NONE;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "critical", "urgent" -> Priority.URGENT;
            case "high" -> Priority.HIGH;
            case "moderate", "medium", "normal" -> Priority.NORMAL;
            case "low", "trivial" -> Priority.LOW;
            case "none" -> Priority.NONE;
            default -> throw new Senseless("The priority \"%s\" is not known.".formatted(word));
        };
    }

    private static @Nullable String checkedPriority(@Nullable String word) {
        priority(word);
        return word;
    }

    private static List<String> labels(SourceLine line) {
        var labels = new LinkedHashSet<String>();
        for (var node : line.list("labels")) {
            var label = node.asString("").strip();
            if (label.isEmpty() || label.length() > 50)
                throw new Senseless("A label has 1 to 50 characters: \"%s\".".formatted(label));
            labels.add(label);
        }
        if (labels.size() > 50) throw new Senseless("The item has more than 50 labels.");
        return List.copyOf(labels);
    }

    private static List<Link> links(SourceLine line) {
        var links = new ArrayList<Link>();
        for (var node : line.list("links"))
            links.add(new Link(node.path("type").asString(""), node.path("to").asString("")));
        return List.copyOf(links);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
