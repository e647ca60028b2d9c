package ilgam.eventmodel.board;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A note on a board.
 *
 * @param file what it leads to, as seen from the repository's root
 * @param title what is shown when it is pointed at
 */
record Note(
        Colour colour,
        int x,
        int y,
        int width,
        int height,
        int size,
        List<String> lines,
        @Nullable String file,
        String title) {

    static final int PADDING = 5;

    /** The colours of event-storming boards. */
    enum Colour {
        COMMAND("#a9cdf7"),
        CHANGE("#cfe3fb"),
        EVENT("#ffb066"),
        REPEATED("#ffd9b3"),
        AGGREGATE("#fff8c4"),
        OTHER_CONTEXT("#fbdce8"),
        PROGRAM("#f7bcd3"),
        PERSON("#ffe14d"),
        POLICY("#d6bdf0"),
        READ_MODEL("#c3e6a8"),
        RESERVATION("#dfe3e8"),
        /** Text without paper. */
        NONE("none"),
        HEADING("none");

        private final String paper;

        Colour(String paper) {
            this.paper = paper;
        }

        String paper() {
            return paper;
        }

        boolean isFrame() {
            return this == AGGREGATE || this == OTHER_CONTEXT;
        }
    }

    /** From one line of text to the next. */
    static int lineHeight(int size) {
        return size + 3;
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    /** Whether its text is within it, by the estimate. */
    boolean holdsItsText() {
        var margin = colour == Colour.NONE || colour == Colour.HEADING ? 0 : PADDING;
        return lines.size() * lineHeight(size) <= height
                && lines.stream().allMatch(line -> Words.width(line, size) <= width - 2 * margin);
    }

    boolean overlaps(Note other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean holds(Note other) {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }
}
