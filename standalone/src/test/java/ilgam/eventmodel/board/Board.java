package ilgam.eventmodel.board;

import java.util.ArrayList;
import java.util.List;

import ilgam.eventmodel.EventModel;
import ilgam.eventmodel.board.Note.Colour;

/** What has been put on a board: notes, frames around them, and lines from one to another. */
public final class Board {

    static final int TEXT = 12;
    static final int CHIP = 22;
    static final int NOTE = 38;
    static final int GAP = 8;

    /** The text of a note that is higher than this is at its top. */
    static final int TALL = 56;

    /** From one note to the right, down or up, and to another. */
    record Arrow(int fromX, int fromY, int toX, int toY) {}

    private final String title;
    private final List<Note> notes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    Board(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Note> notes() {
        return notes;
    }

    List<Arrow> arrows() {
        return arrows;
    }

    int width() {
        return notes.stream().mapToInt(Note::right).max().orElse(0) + 20;
    }

    int height() {
        return notes.stream().mapToInt(Note::bottom).max().orElse(0) + 20;
    }

    Note put(Note note) {
        notes.add(note);
        return note;
    }

    /** Replaces a note by the same one that ends further down. */
    void stretch(Note note, int bottom) {
        notes.remove(note);
        put(new Note(
                note.colour(),
                note.x(),
                note.y(),
                note.width(),
                bottom - note.y(),
                note.size(),
                note.lines(),
                note.file(),
                note.title()));
    }

    /** A type of the code, its name in words. */
    Note type(Colour colour, int x, int y, int width, int height, EventModel.Type type) {
        var lines = Words.wrapped(Words.of(type.name()), TEXT, width - 2 * Note.PADDING);
        return put(new Note(colour, x, y, width, height, TEXT, lines, type.file(), titleOf(type)));
    }

    /** A note that is as wide as its one line. */
    Note chip(Colour colour, int x, int y, String text, EventModel.Type type) {
        return put(new Note(colour, x, y, chipWidth(text), CHIP, TEXT, List.of(text), type.file(), titleOf(type)));
    }

    static int chipWidth(String text) {
        return (int) Math.ceil(Words.width(text, TEXT)) + 2 * Note.PADDING + 2;
    }

    /** Text without paper, in as many lines as it takes. */
    Note text(int x, int y, int width, int size, String text) {
        var lines = Words.wrapped(text, size, width);
        var height = lines.size() * Note.lineHeight(size);
        return put(new Note(Colour.NONE, x, y, width, height, size, lines, null, ""));
    }

    Note heading(int x, int y, int width, int size, String text, String file) {
        var lines = Words.wrapped(text, size, width);
        var height = lines.size() * Note.lineHeight(size);
        return put(new Note(Colour.HEADING, x, y, width, height, size, lines, file, ""));
    }

    void arrow(Note from, Note to) {
        arrows.add(new Arrow(from.right(), middle(from), to.x(), middle(to)));
    }

    /** How much of a note its text takes: all of it, or the top of a tall one. */
    static int textHeight(Note note) {
        return note.height() > TALL ? NOTE : note.height();
    }

    private static int middle(Note note) {
        return note.y() + textHeight(note) / 2;
    }

    private static String titleOf(EventModel.Type type) {
        return type.meaning().isEmpty()
                ? type.name()
                : type.name() + ": " + type.meaning().replace("`", "");
    }

    @Override
    public String toString() {
        return title;
    }
}
