package ilgam.eventmodel.board;

import java.util.List;
import java.util.stream.Collectors;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.Row;
import ilgam.eventmodel.board.Note.Colour;

/** The part of a board that an aggregate takes: its commands, each in a line with the events that it leads to. */
final class AggregatePart {

    private static final int BETWEEN_ROWS = 12;

    private final Board board;
    private final Columns columns;
    private final EventModel.Aggregate aggregate;
    private final List<Row> rows;
    private final ReadersPart readers;

    AggregatePart(Board board, Columns columns, String context, EventModel.Aggregate aggregate) {
        this.board = board;
        this.columns = columns;
        this.aggregate = aggregate;
        rows = Row.of(aggregate);
        readers = new ReadersPart(board, context, columns.readers(), Columns.RIGHT - Columns.MARGIN);
    }

    /** Puts it down from this height on; answers where it ends. */
    int put(int top) {
        int width = columns.frameWidth() - 2 * columns.inside();
        var type = aggregate.type();
        var heading = board.heading(columns.senders(), top + 10, width, 17, Words.of(type.name()), type.file());
        var meaning = Words.firstSentence(type.meaning());
        int y = board.text(columns.senders(), heading.bottom() + 2, width, Board.TEXT, meaning)
                        .bottom()
                + BETWEEN_ROWS;
        for (var command : aggregate.commands()) y = command(command, y) + BETWEEN_ROWS;
        y = refusals(y, width) + columns.inside();
        board.put(new Note(
                Colour.AGGREGATE, Columns.MARGIN, top, columns.frameWidth(), y - top, Board.TEXT, List.of(), null, ""));
        return y;
    }

    private int command(EventModel.Command sent, int top) {
        var note = board.type(Colour.COMMAND, columns.commands(), top, columns.commandWidth(), Board.NOTE, sent.type());
        int senders = sent.senders().size() == 1 ? top + (Board.NOTE - Board.CHIP) / 2 : top;
        for (var sender : sent.senders()) senders = sender(sender, senders) + 4;
        if (sent.changes().isEmpty())
            return Math.max(senders - 4, events(new Row(sent, null, sent.events()), note, top));
        int y = top;
        var last = note;
        for (var change : sent.changes()) {
            last = board.type(Colour.CHANGE, columns.changes(), y, columns.changeWidth(), Board.NOTE, change.type());
            y = events(new Row(sent, change, change.events()), last, y) + BETWEEN_ROWS;
        }
        board.stretch(note, last.bottom());
        return Math.max(senders - 4, y - BETWEEN_ROWS);
    }

    private int events(Row row, Note from, int top) {
        if (row.events().isEmpty())
            board.text(columns.events(), top + 11, Columns.EVENT, Board.TEXT, "leads to no event");
        int bottom = top + Board.NOTE;
        int y = top;
        for (var name : row.events()) {
            bottom = Math.max(bottom, event(row, name, from, y));
            y = bottom + Board.GAP;
        }
        return bottom;
    }

    private int sender(EventModel.Sender sender, int y) {
        var colour = switch (sender.kind()) {
            case PERSON -> Colour.PERSON;
            case POLICY -> Colour.POLICY;
            case CONTEXT, PROGRAM -> Colour.PROGRAM;
        };
        var name = switch (sender.kind()) {
            case PERSON, PROGRAM -> Words.of(sender.name());
            case POLICY -> "Policy";
            case CONTEXT -> "Other context";
        };
        var lines = Words.wrapped(name, Board.TEXT, Columns.SENDER - 2 * Note.PADDING);
        var height = Math.max(Board.CHIP, lines.size() * Note.lineHeight(Board.TEXT) + 4);
        var file = sender.type() == null ? null : sender.type().file();
        return board.put(new Note(
                        colour, columns.senders(), y, Columns.SENDER, height, Board.TEXT, lines, file, sender.name()))
                .bottom();
    }

    private int event(Row row, String name, Note from, int y) {
        var event = aggregate.event(name);
        var home = Row.homeOf(name, rows);
        var colour = home.equals(row) ? Colour.EVENT : Colour.REPEATED;
        var note = board.type(colour, columns.events(), y, Columns.EVENT, Board.NOTE, event.type());
        board.arrow(from, note);
        if (home.equals(row)) return Math.max(note.bottom(), readers.put(event, y));
        board.text(columns.readers(), y + 11, 300, Board.TEXT, "read as after " + Words.of(home.name()));
        return note.bottom();
    }

    private int refusals(int y, int width) {
        var reasons = aggregate.refusals().reasons().stream()
                .map(reason -> Words.plain(reason.name()))
                .collect(Collectors.joining(" · "));
        if (reasons.isEmpty()) return y;
        return board.text(columns.senders(), y, width, Board.TEXT, "Refusals: " + reasons)
                .bottom();
    }
}
