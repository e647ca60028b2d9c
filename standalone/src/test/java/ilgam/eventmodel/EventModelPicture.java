package ilgam.eventmodel;

import java.util.List;
import java.util.Locale;

/** The board as SVG, in the colours of event storming: commands blue, aggregates yellow, events orange, readers green. */
final class EventModelPicture {

    private static final int NOTE = 150;
    private static final int HEIGHT = 30;
    private static final int GAP = 8;
    private static final int COMMAND_X = 24;
    private static final int AGGREGATE_X = COMMAND_X + NOTE + 56;
    private static final int EVENT_X = AGGREGATE_X + 120 + 56;
    private static final int READER_X = EVENT_X + NOTE + 56;

    private final StringBuilder svg = new StringBuilder();
    private int width = READER_X + NOTE;

    static String of(EventModel model) {
        return new EventModelPicture().draw(model);
    }

    private String draw(EventModel model) {
        int y = 56;
        for (var context : model.contexts()) {
            text(COMMAND_X, y, "h", title(context.name()) + " context");
            y += 20;
            for (var aggregate : context.aggregates()) y = aggregate(aggregate, y) + 28;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="Event model: which command leads to which event, and who reads it">
                <style>
                text{font:12px system-ui,sans-serif;fill:#171a21}
                .h{font-size:16px;font-weight:600}.l{font-size:11px;fill:#464d5a}
                rect{rx:4px;stroke:#00000022}.c{fill:#a9d0f5}.a{fill:#fff3a8}.e{fill:#ffb86b}.r{fill:#b5e3b0}
                path{fill:none;stroke:#8a93a3;stroke-opacity:.55}
                </style>
                <rect width="100%%" height="100%%" fill="#fff" style="stroke:none"/>
                %3$s%4$s</svg>
                """.formatted(width + 24, y, legend(), svg);
    }

    private String legend() {
        var before = svg.length();
        var labels = List.of("c:command", "a:aggregate", "e:event", "r:who reads it");
        int x = COMMAND_X;
        for (var label : labels) {
            note(x, 8, 96, 22, label.substring(0, 1), label.substring(2));
            x += 104;
        }
        var legend = svg.substring(before);
        svg.setLength(before);
        return legend;
    }

    private int aggregate(EventModel.Aggregate aggregate, int top) {
        int rows = Math.max(aggregate.commands().size(), aggregate.events().size());
        int height = rows * (HEIGHT + GAP) - GAP;
        note(AGGREGATE_X, top, 120, height, "a", aggregate.name());
        for (int i = 0; i < aggregate.commands().size(); i++) {
            int y = top + i * (HEIGHT + GAP);
            var command = aggregate.commands().get(i);
            arrow(COMMAND_X + NOTE, y + HEIGHT / 2, AGGREGATE_X, y + HEIGHT / 2);
            note(COMMAND_X, y, NOTE, HEIGHT, "c", command.name(), "leads to " + String.join(", ", command.events()));
        }
        for (int i = 0; i < aggregate.events().size(); i++)
            event(aggregate.events().get(i), top + i * (HEIGHT + GAP));
        return top + height;
    }

    private void event(EventModel.Event event, int y) {
        arrow(AGGREGATE_X + 120, y + HEIGHT / 2, EVENT_X, y + HEIGHT / 2);
        note(EVENT_X, y, NOTE, HEIGHT, "e", event.name());
        int x = READER_X;
        for (var reader : event.readers()) {
            if (x == READER_X) arrow(EVENT_X + NOTE, y + HEIGHT / 2, x, y + HEIGHT / 2);
            note(x, y, NOTE, HEIGHT, "r", reader);
            x += NOTE + GAP;
        }
        width = Math.max(width, x);
    }

    private void arrow(int x1, int y1, int x2, int y2) {
        svg.append("<path d=\"M%d %dL%d %dm-5-4l5 4-5 4\"/>%n"
                .formatted(x1, y1, x2 - 3, y2)
                .replace("\r", ""));
    }

    private void note(int x, int y, int width, int height, String kind, String label) {
        note(x, y, width, height, kind, label, label);
    }

    private void note(int x, int y, int width, int height, String kind, String label, String title) {
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%s</title></rect>\n"
                .formatted(kind, x, y, width, height, title));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                .formatted(x + width / 2, y + height / 2 + 4, label));
    }

    private void text(int x, int y, String kind, String label) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(kind, x, y, label));
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
