package ilgam.eventmodel.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.Row;

/** What the catalogue says of one event. */
record EventEntry(EventModel.Event event, EventModel.Aggregate aggregate) {

    void fieldsOn(Markdown page) {
        var explained =
                event.fields().stream().anyMatch(field -> !field.meaning().isEmpty());
        var head = List.of("Field", "Type", "Meaning");
        page.table(
                explained ? head : head.subList(0, 2),
                event.fields().stream()
                        .map(EventEntry::field)
                        .map(cells -> explained ? cells : cells.subList(0, 2))
                        .toList());
    }

    private static List<String> field(EventModel.Field field) {
        var type = "`" + field.type() + "`" + (field.nullable() ? " or null" : "");
        return List.of("`" + field.name() + "`", type, field.meaning());
    }

    List<String> connections() {
        return List.of(
                "After "
                        + Row.of(aggregate).stream()
                                .filter(row ->
                                        row.events().contains(event.type().name()))
                                .map(EventEntry::command)
                                .collect(Collectors.joining(", ")),
                "Read by " + (event.readers().isEmpty() ? "**nobody**" : readers(event.readers())),
                "Tests: " + (event.tests().isEmpty() ? "**none** of the aggregate" : Markdown.links(event.tests())));
    }

    static String readers(List<EventModel.Reader> readers) {
        return readers.stream().map(EventEntry::reader).collect(Collectors.joining(", "));
    }

    private static String reader(EventModel.Reader reader) {
        var kind = reader.kind().name().toLowerCase(Locale.ROOT);
        var sends =
                reader.sends().stream().map(sent -> Markdown.link(sent.type())).collect(Collectors.joining(", "));
        return "%s (%s %s)%s"
                .formatted(Markdown.link(reader.type()), reader.context(), kind, sends.isEmpty() ? "" : " → " + sends);
    }

    private static String command(Row row) {
        var command = Markdown.link(row.command().type());
        return row.change() == null
                ? command
                : command + " with " + Markdown.link(row.change().type());
    }
}
