package ilgam.eventmodel.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import ilgam.eventmodel.EventModel;

/** Markdown of a document in {@code docs}. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String heading) {
        return paragraph("#".repeat(level) + " " + heading);
    }

    /** Nothing for an empty one. */
    Markdown paragraph(String paragraph) {
        if (!paragraph.isEmpty()) text.append(paragraph).append("\n\n");
        return this;
    }

    Markdown table(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) return this;
        row(head);
        row(head.stream().map(_ -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    Markdown list(List<String> items) {
        items.forEach(item -> text.append("- ").append(item).append('\n'));
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        text.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** A type by its name, which leads to its file. */
    static String link(EventModel.Type type) {
        return "[`%s`](../%s)".formatted(type.name(), type.file());
    }

    static String links(List<EventModel.Type> types) {
        return types.stream().map(Markdown::link).collect(Collectors.joining(", "));
    }

    /** Leads to the heading within the document that is this name. */
    static String within(String name) {
        return "[`%s`](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
