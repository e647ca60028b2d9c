package ilgam.eventmodel.board;

import java.util.List;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.EventModel.Kind;
import ilgam.eventmodel.board.Note.Colour;

/** The part of a board to the right of events: the policies that react to one, then who else reads it. */
final class ReadersPart {

    private static final int POLICY = 172;
    private static final int ARROW = 18;
    private static final int COMMAND = 118;

    private final Board board;
    private final String context;
    private final int left;
    private final int right;

    private int x;
    private int y;
    private int bottom;

    ReadersPart(Board board, String context, int left, int right) {
        this.board = board;
        this.context = context;
        this.left = left;
        this.right = right;
    }

    /** Puts down who reads the event, from this height on; answers where that ends. */
    int put(EventModel.Event event, int top) {
        x = left;
        y = top;
        bottom = top;
        if (event.readers().isEmpty()) board.text(left, top + 11, 200, Board.TEXT, "nobody reads it");
        event.readers().stream().filter(reader -> reader.kind() == Kind.POLICY).forEach(this::policy);
        if (x > left) nextLine();
        var chips = event.readers().stream()
                .filter(reader -> reader.kind() != Kind.POLICY)
                .toList();
        if (bottom == top && fitsOneLine(chips)) y += (Board.NOTE - Board.CHIP) / 2;
        chips.forEach(this::chip);
        return bottom;
    }

    private boolean fitsOneLine(List<EventModel.Reader> chips) {
        return chips.stream()
                        .mapToInt(reader -> Board.chipWidth(label(reader)) + Board.GAP)
                        .sum()
                <= right - left;
    }

    private void policy(EventModel.Reader policy) {
        var width = policy.sends().isEmpty() ? POLICY : POLICY + ARROW + COMMAND;
        if (x + width > right) nextLine();
        var lines = Words.wrapped(Words.of(policy.type().name()), Board.TEXT, POLICY - 2 * Note.PADDING)
                .size();
        var height = Math.max(Board.NOTE, lines * Note.lineHeight(Board.TEXT) + 4);
        var note = board.type(Colour.POLICY, x, y, POLICY, height, policy.type());
        reach(note, policy.context());
        for (var sent : policy.sends()) {
            var command = board.type(Colour.COMMAND, x + POLICY + ARROW, y, COMMAND, height, sent.type());
            board.arrow(note, command);
            reach(command, sent.context());
        }
        x += width + 2 * Board.GAP;
    }

    /** The part ends below the note; one of another context has a line below it that says so. */
    private void reach(Note note, String of) {
        var last = of.equals(context)
                ? note
                : board.text(note.x(), note.bottom() + 1, note.width(), 11, "in the " + of + " context");
        bottom = Math.max(bottom, last.bottom());
    }

    private void chip(EventModel.Reader reader) {
        var label = label(reader);
        if (x + Board.chipWidth(label) > right) nextLine();
        var colour = reader.kind() == Kind.PROJECTION ? Colour.READ_MODEL : Colour.RESERVATION;
        var chip = board.chip(colour, x, y, label, reader.type());
        x = chip.right() + Board.GAP;
        bottom = Math.max(bottom, chip.bottom());
    }

    private String label(EventModel.Reader reader) {
        var name = Words.plain(reader.name());
        return reader.context().equals(context) ? name : reader.context() + ": " + name;
    }

    private void nextLine() {
        x = left;
        y = bottom + Board.GAP - 2;
    }
}
