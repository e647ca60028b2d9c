package ilgam.eventmodel.board;

import java.util.List;
import java.util.Locale;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.board.Note.Colour;

/** A context's board of event storming, from top to bottom: what the colours mean, its aggregates, what it hears. */
public final class Boards {

    private static final int BETWEEN = 24;

    private record Meaning(Colour colour, String name) {}

    private static final List<Meaning> LEGEND = List.of(
            new Meaning(Colour.PERSON, "who, at least"),
            new Meaning(Colour.PROGRAM, "program, other context"),
            new Meaning(Colour.OTHER_CONTEXT, "aggregate of another context"),
            new Meaning(Colour.AGGREGATE, "aggregate"),
            new Meaning(Colour.COMMAND, "command"),
            new Meaning(Colour.CHANGE, "change that it carries"),
            new Meaning(Colour.EVENT, "event"),
            new Meaning(Colour.REPEATED, "event shown elsewhere"),
            new Meaning(Colour.POLICY, "policy"),
            new Meaning(Colour.READ_MODEL, "read model"),
            new Meaning(Colour.RESERVATION, "reservation"));

    private Boards() {}

    /** The board of one context. */
    public static Board of(EventModel.Context context) {
        var name = context.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + context.name().substring(1);
        var board = new Board("Event storming of the " + name.toLowerCase(Locale.ROOT) + " context");
        var title = board.text(Columns.MARGIN, 18, 600, 22, name + " context");
        int top = title.bottom() + 10;
        parts(board, context, top + Board.CHIP + BETWEEN);
        legend(board, top);
        return board;
    }

    private static void parts(Board board, EventModel.Context context, int top) {
        int y = top;
        var columns = Columns.of(context);
        for (var aggregate : context.aggregates())
            y = new AggregatePart(board, columns, context.name(), aggregate).put(y) + BETWEEN;
        if (!context.heard().isEmpty())
            y = board.text(Columns.MARGIN, y, 600, 17, "Events of other contexts that it reads")
                            .bottom()
                    + 10;
        for (var heard : context.heard()) y = new HeardPart(board, context.name()).put(heard, y) + BETWEEN;
        MeaningPart.put(board, context, y);
    }

    /** What the colours mean that are on the board. */
    private static void legend(Board board, int y) {
        int x = Columns.MARGIN;
        for (var meaning : LEGEND) {
            if (board.notes().stream().noneMatch(note -> note.colour() == meaning.colour())) continue;
            var width = Board.chipWidth(meaning.name());
            board.put(
                    new Note(meaning.colour(), x, y, width, Board.CHIP, Board.TEXT, List.of(meaning.name()), null, ""));
            x += width + Board.GAP;
        }
    }
}
