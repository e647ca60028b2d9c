package ilgam.eventmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A line of a board: a command, or one change that it carries, with the events that it leads to. */
public record Row(EventModel.Command command, EventModel.@Nullable Change change, List<String> events) {

    public static List<Row> of(EventModel.Aggregate aggregate) {
        var rows = new ArrayList<Row>();
        for (var command : aggregate.commands()) {
            if (command.changes().isEmpty()) rows.add(new Row(command, null, command.events()));
            for (var change : command.changes()) rows.add(new Row(command, change, change.events()));
        }
        return rows;
    }

    /** The row that leads to the fewest other events beside this one: there its readers are shown. */
    public static Row homeOf(String event, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.events().contains(event))
                .min(Comparator.comparingInt(row -> row.events().size()))
                .orElseThrow();
    }

    /** The change, or the command where there is none. */
    public String name() {
        return change == null ? command.type().name() : change.type().name();
    }
}
