package ilgam.eventmodel.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ilgam.eventmodel.EventModel;

/** The event catalogue: by context and aggregate its commands, the events they lead to, their fields and readers. */
public final class Catalogue {

    private final Markdown page = new Markdown();

    /** The text of the document. */
    public static String of(EventModel model) {
        return new Catalogue().write(model);
    }

    private String write(EventModel model) {
        var boards = model.contexts().stream()
                .map(context -> "[%1$s](event-model-%1$s.svg)".formatted(context.name()))
                .collect(Collectors.joining(", "));
        page.heading(1, "Event catalogue")
                .paragraph(
                        "Every command, the events that it leads to, what they say and who reads them. It is written from"
                                + " the code; a stale one fails the build. The same as pictures: " + boards
                                + ". What the words mean is in the [glossary](glossary.md).")
                .list(model.contexts().stream().map(Catalogue::contents).toList());
        for (var context : model.contexts()) {
            page.heading(2, title(context));
            context.aggregates().forEach(this::aggregate);
            if (!context.heard().isEmpty()) heard(context);
        }
        return page.toString();
    }

    private static String title(EventModel.Context context) {
        return context.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + context.name().substring(1) + " context";
    }

    private static String contents(EventModel.Context context) {
        var aggregates = context.aggregates().stream()
                .map(aggregate -> Markdown.within(aggregate.type().name()))
                .collect(Collectors.joining(", "));
        var heading = "[%s](#%s-context)".formatted(title(context), context.name());
        return aggregates.isEmpty() ? heading + ": reads what the others say" : heading + ": " + aggregates;
    }

    private void aggregate(EventModel.Aggregate aggregate) {
        page.heading(3, aggregate.type().name())
                .paragraph("%s: %s"
                        .formatted(
                                Markdown.link(aggregate.type()),
                                lowered(aggregate.type().meaning())))
                .paragraph(refusals(aggregate.refusals()))
                .table(
                        List.of("Command", "Meaning", "Sent by", "Leads to", "Tests"),
                        aggregate.commands().stream().flatMap(Catalogue::rows).toList());
        for (var event : aggregate.events()) {
            var entry = new EventEntry(event, aggregate);
            page.heading(4, event.type().name()).paragraph(event.type().meaning());
            entry.fieldsOn(page);
            page.list(entry.connections());
        }
    }

    private static String refusals(EventModel.Refusals refusals) {
        if (refusals.type() == null) return "";
        return refusals.reasons().stream()
                .map(reason -> "`" + reason.name() + "`" + (reason.meaning().isEmpty() ? "" : ": " + reason.meaning()))
                .collect(Collectors.joining(", ", "Refuses with " + Markdown.link(refusals.type()) + " for ", "."));
    }

    private static Stream<List<String>> rows(EventModel.Command command) {
        var senders = command.senders().stream()
                .map(sender -> sender.type() == null ? sender.name() : Markdown.link(sender.type()))
                .collect(Collectors.joining(", "));
        var events = command.changes().isEmpty() ? events(command.events()) : "its changes, below";
        return Stream.concat(
                Stream.of(List.of(
                        Markdown.link(command.type()),
                        command.type().meaning(),
                        senders,
                        events,
                        Markdown.links(command.tests()))),
                command.changes().stream()
                        .map(change -> List.of(
                                "└ " + Markdown.link(change.type()),
                                change.type().meaning(),
                                "",
                                events(change.events()),
                                Markdown.links(change.tests()))));
    }

    private static String events(List<String> events) {
        if (events.isEmpty()) return "**no event**";
        return events.stream().map(Markdown::within).collect(Collectors.joining(", "));
    }

    private void heard(EventModel.Context context) {
        page.heading(3, "What the %s context reads of others".formatted(context.name()))
                .table(
                        List.of("Of", "Event", "Read by"),
                        context.heard().stream()
                                .flatMap(heard -> heard.events().stream()
                                        .map(event -> List.of(
                                                heard.context(),
                                                Markdown.within(event.type().name()),
                                                EventEntry.readers(event.readers()))))
                                .toList());
    }

    /** As it goes on after a colon. */
    private static String lowered(String sentence) {
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
