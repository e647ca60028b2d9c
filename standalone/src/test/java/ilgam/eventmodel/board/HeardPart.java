package ilgam.eventmodel.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.board.Note.Colour;

/** The part of a board with another context's events that components of this one read; those with the same readers together. */
final class HeardPart {

    private static final int A_LINE = 3;
    private static final int INSIDE = 12;
    private static final int FRAME = A_LINE * (Columns.EVENT + Board.GAP) - Board.GAP + 2 * INSIDE;
    private static final int READERS = Columns.MARGIN + FRAME + 24;

    private final Board board;
    private final ReadersPart readers;

    HeardPart(Board board, String context) {
        this.board = board;
        readers = new ReadersPart(board, context, READERS, Columns.RIGHT - Columns.MARGIN);
    }

    /** Puts it down from this height on; answers where it ends. */
    int put(EventModel.Heard heard, int top) {
        int x = Columns.MARGIN + INSIDE;
        var title = Words.of(heard.aggregate()) + " (" + heard.context() + " context)";
        int y = board.text(x, top + 10, FRAME - 2 * INSIDE, 15, title).bottom() + Board.GAP;
        var alike = new LinkedHashMap<List<EventModel.Reader>, List<EventModel.Event>>();
        for (var event : heard.events())
            alike.computeIfAbsent(event.readers(), _ -> new ArrayList<>()).add(event);
        for (var events : alike.values())
            y = Math.max(events(events, x, y), readers.put(events.getFirst(), y)) + Board.GAP;
        y += INSIDE - Board.GAP;
        board.put(new Note(Colour.OTHER_CONTEXT, Columns.MARGIN, top, FRAME, y - top, Board.TEXT, List.of(), null, ""));
        return y;
    }

    private int events(List<EventModel.Event> events, int x, int top) {
        int bottom = top;
        for (int i = 0; i < events.size(); i++) {
            var note = board.type(
                    Colour.EVENT,
                    x + i % A_LINE * (Columns.EVENT + Board.GAP),
                    top + i / A_LINE * (Board.NOTE + Board.GAP),
                    Columns.EVENT,
                    Board.NOTE,
                    events.get(i).type());
            bottom = note.bottom();
        }
        return bottom;
    }
}
