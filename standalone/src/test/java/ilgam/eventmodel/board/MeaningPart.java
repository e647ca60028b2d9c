package ilgam.eventmodel.board;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.EventModel.Kind;
import ilgam.eventmodel.board.Note.Colour;

/** The last part of a board: what each component of the context that reads events is for. */
final class MeaningPart {

    private static final int MEANING = 190;
    private static final int COLUMN = (Columns.RIGHT - 2 * Columns.MARGIN) / 2;

    private MeaningPart() {}

    static void put(Board board, EventModel.Context context, int top) {
        int y = board.text(Columns.MARGIN, top, 600, 17, "What its readers are for")
                        .bottom()
                + 10;
        int x = Columns.MARGIN;
        int bottom = y;
        for (var reader : readersIn(context)) {
            var chip = board.put(note(reader, x, y));
            var meaning = Words.firstSentence(reader.type().meaning());
            var text = board.text(x + MEANING, y + 3, COLUMN - MEANING - 24, Board.TEXT, meaning);
            bottom = Math.max(bottom, Math.max(chip.bottom(), text.bottom()));
            x += COLUMN;
            if (x < Columns.RIGHT - COLUMN) continue;
            x = Columns.MARGIN;
            y = bottom + Board.GAP;
        }
    }

    private static List<EventModel.Reader> readersIn(EventModel.Context context) {
        return Stream.concat(
                        context.aggregates().stream().flatMap(aggregate -> aggregate.events().stream()),
                        context.heard().stream().flatMap(heard -> heard.events().stream()))
                .flatMap(event -> event.readers().stream())
                .filter(reader -> reader.context().equals(context.name()))
                .collect(java.util.stream.Collectors.toMap(EventModel.Reader::type, reader -> reader, (one, _) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(EventModel.Reader::kind).thenComparing(EventModel.Reader::name))
                .toList();
    }

    private static Note note(EventModel.Reader reader, int x, int y) {
        var name = reader.kind() == Kind.POLICY ? Words.of(reader.type().name()) : Words.plain(reader.name());
        var width = MEANING - 12;
        var lines = Words.wrapped(name, Board.TEXT, width - 2 * Note.PADDING);
        var height = lines.size() == 1 ? Board.CHIP : lines.size() * Note.lineHeight(Board.TEXT) + 6;
        var colour = switch (reader.kind()) {
            case PROJECTION -> Colour.READ_MODEL;
            case POLICY -> Colour.POLICY;
            case RESERVATION -> Colour.RESERVATION;
        };
        return new Note(
                colour,
                x,
                y,
                width,
                height,
                Board.TEXT,
                lines,
                reader.type().file(),
                reader.type().name());
    }
}
