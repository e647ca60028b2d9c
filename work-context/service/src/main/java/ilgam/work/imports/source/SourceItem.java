package ilgam.work.imports.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.SourceValue;
import ilgam.work.imports.line.SourceValue.Form;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

import static ilgam.work.imports.line.UnreadableRow.Cause.NO_ID;

/**
 * The final state of an item in the source tracker, with every value in the form that our own input accepts.
 *
 * @param createdAt null when the line has none; it is then taken from the item's events
 * @param leftOver every field that has no counterpart here, unchanged
 * @param notes about tidied values
 */
public record SourceItem(
        String id,
        @Nullable String project,
        Kind kind,
        String title,
        String description,
        @Nullable Instant createdAt,
        @Nullable String reporter,
        @Nullable String assignee,
        Priority priority,
        @Nullable Severity severity,
        @Nullable BigDecimal points,
        @Nullable String resolution,
        List<String> labels,
        @Nullable String parent,
        @Nullable String status,
        List<Link> links,
        Map<String, SourceValue> leftOver,
        List<Note> notes) {

    public record Link(String type, String to) {}

    private static final int MOST_LABELS = 50;
    private static final int MOST_LINKS = 1_000;

    private static final Set<String> KNOWN = Set.of(
            "id",
            "project",
            "title",
            "description",
            "created_at",
            "reporter",
            "assignee",
            "priority",
            "severity",
            "points",
            "resolution",
            "labels",
            "parent",
            "links");

    /** @throws UnreadableRow when the line has no id */
    public static SourceItem of(SourceLine line, ImportSettings settings) {
        var read = new Reading(line, settings);
        var id = id(line.value("id"));
        var kind = kind(read);
        return new SourceItem(
                id,
                line.word("project"),
                kind,
                title(read, id),
                read.prose("description", 20_000, 64 << 10),
                read.instant("created_at"),
                read.person("reporter"),
                read.person("assignee"),
                read.priority("priority"),
                severity(read, kind),
                read.points("points"),
                read.line("resolution", 100),
                labels(read),
                reference(line.value("parent")),
                line.word("status"),
                links(read),
                line.without(KNOWN),
                read.notes());
    }

    private static String id(@Nullable SourceValue value) {
        var id = reference(value);
        if (id == null || !Tidy.isVisible(id))
            throw new UnreadableRow(NO_ID, "The field \"{field}\" is missing.", Map.of("field", "id"));
        return id;
    }

    /** The id of an item in any field; equal values give equal ids. */
    static @Nullable String reference(@Nullable SourceValue value) {
        if (value == null || value.isEmpty() || !Tidy.isVisible(value.text())) return null;
        var word = value.word();
        return word == null ? null : Tidy.name(word, 200);
    }

    private static Kind kind(Reading read) {
        var word = read.word("kind");
        if (word == null) {
            read.note(Note.of("kind", null, "task", Reason.MISSING));
            return Kind.TASK;
        }
        var folded = Ratings.fold(word);
        return read.settings()
                .kinds()
                .getOrDefault(
                        folded,
                        switch (folded) {
                            case "bug", "incident", "issue" -> Kind.ISSUE;
                            default -> Kind.TASK;
                        });
    }

    private static String title(Reading read, String id) {
        var title = read.line("title", 500);
        if (title != null) return title;
        var instead = Tidy.line(id, 500);
        var was = read.line().value("title");
        read.note(Note.of(
                "title",
                was == null ? null : was.text(),
                instead,
                was == null || was.isEmpty() ? Reason.MISSING : Reason.NOTHING_VISIBLE));
        return instead;
    }

    private static @Nullable Severity severity(Reading read, Kind kind) {
        var severity = read.severity("severity");
        if (severity == null || kind == Kind.ISSUE) return severity;
        read.note(Note.of("severity", read.line().word("severity"), null, Reason.SEVERITY_OF_TASK));
        return null;
    }

    private static List<String> labels(Reading read) {
        var value = read.line().value("labels");
        if (value == null) return List.of();
        if (value.form() != Form.LIST && !value.isEmpty())
            read.note(Note.of("labels", value.text(), null, Reason.NOT_A_LIST));
        var labels = new LinkedHashSet<String>();
        var elements = value.elements(MOST_LABELS + 1);
        if (elements.size() > MOST_LABELS) read.note(Note.of("labels", value.text(), null, Reason.TOO_MANY));
        for (var element : elements.subList(0, Math.min(MOST_LABELS, elements.size()))) {
            var word = element.word();
            var label = word == null ? "" : Tidy.line(word, 50);
            if (!label.isEmpty()) labels.add(label);
            noteLabel(read, word, label);
        }
        return List.copyOf(labels);
    }

    private static void noteLabel(Reading read, @Nullable String word, String label) {
        if (label.isEmpty()) read.note(Note.of("labels", word == null ? "" : word, null, Reason.EMPTY));
        else if (word != null && !label.equals(Tidy.asTyped(word)))
            read.note(Note.of("labels", word, label, Reading.reason(word, 50)));
    }

    private static List<Link> links(Reading read) {
        var value = read.line().value("links");
        if (value == null || value.isEmpty()) return List.of();
        var links = new ArrayList<Link>();
        var elements = value.elements(MOST_LINKS + 1);
        if (value.form() != Form.LIST) read.note(Note.of("links", value.text(), null, Reason.NOT_A_LIST));
        if (elements.size() > MOST_LINKS) read.note(Note.of("links", value.text(), null, Reason.TOO_MANY));
        for (var element : elements.subList(0, Math.min(MOST_LINKS, elements.size()))) links.add(link(read, element));
        return List.copyOf(links);
    }

    private static Link link(Reading read, SourceValue value) {
        if (value.form() != Form.OBJECT) {
            read.note(Note.of("links", value.text(), null, Reason.NOT_A_TEXT));
            return new Link("", Tidy.sound(value.text()));
        }
        var fields = SourceLine.read(value.text());
        var type = fields.word("type");
        var to = reference(fields.value("to"));
        if (type != null && !type.equals(Tidy.sound(type)))
            read.note(Note.of("links", value.text(), Tidy.sound(type), Reason.CHARACTERS));
        if (type == null || to == null) {
            read.note(Note.of("links", value.text(), null, Reason.MISSING));
            return new Link(type == null ? "" : Tidy.sound(type), to == null ? Tidy.sound(value.text()) : to);
        }
        return new Link(Tidy.sound(type), to);
    }
}
