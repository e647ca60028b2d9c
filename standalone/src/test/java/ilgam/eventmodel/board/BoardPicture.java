package ilgam.eventmodel.board;

import java.util.Comparator;

import ilgam.eventmodel.board.Note.Colour;

/** A board as SVG, whose notes are links to their files, as seen from {@code docs}. */
public final class BoardPicture {

    private final StringBuilder svg = new StringBuilder();

    /** The text of the picture. */
    public static String of(Board board) {
        return new BoardPicture().draw(board);
    }

    private String draw(Board board) {
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
                <style>
                text{font-family:system-ui,"Helvetica Neue",Arial,sans-serif;fill:#1c1e21}
                .paper{stroke:#00000026;rx:2px}.frame{stroke:#00000033;rx:6px}
                .heading{font-weight:600}
                a:hover rect{stroke:#000}a:hover .heading{text-decoration:underline}
                .arrow{fill:none;stroke:#6b7280;stroke-width:1.2}
                </style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(board.width(), board.height(), escaped(board.title())));
        board.notes().stream()
                .sorted(Comparator.comparing(note -> !note.colour().isFrame()))
                .forEach(this::note);
        board.arrows().forEach(this::arrow);
        return svg.append("</svg>\n").toString();
    }

    private void note(Note note) {
        if (note.file() != null) svg.append("<a href=\"../%s\">".formatted(note.file()));
        if (!note.title().isEmpty()) svg.append("<title>%s</title>".formatted(escaped(note.title())));
        if (note.colour() != Colour.NONE && note.colour() != Colour.HEADING)
            svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                    .formatted(
                            note.colour().isFrame() ? "frame" : "paper",
                            note.x(),
                            note.y(),
                            note.width(),
                            note.height(),
                            note.colour().paper()));
        text(note);
        if (note.file() != null) svg.append("</a>");
        svg.append('\n');
    }

    private void text(Note note) {
        if (note.lines().isEmpty()) return;
        var plain = note.colour() == Colour.NONE || note.colour() == Colour.HEADING;
        int lineHeight = Note.lineHeight(note.size());
        int height = plain ? note.height() : Board.textHeight(note);
        int y = note.y() + (height - note.lines().size() * lineHeight) / 2 + note.size();
        int x = plain ? note.x() : note.x() + note.width() / 2;
        svg.append("<text font-size=\"%d\"%s%s>"
                .formatted(
                        note.size(),
                        plain ? "" : " text-anchor=\"middle\"",
                        note.colour() == Colour.HEADING || note.size() > 14 ? " class=\"heading\"" : ""));
        for (var line : note.lines()) {
            svg.append("<tspan x=\"%d\" y=\"%d\">%s</tspan>".formatted(x, y, escaped(line)));
            y += lineHeight;
        }
        svg.append("</text>");
    }

    private void arrow(Board.Arrow arrow) {
        int trunk = arrow.toX() - 14;
        svg.append("<path class=\"arrow\" d=\"M%d %d.5H%d.5V%d.5H%dm-5-4l5 4-5 4\"/>\n"
                .formatted(arrow.fromX(), arrow.fromY(), trunk, arrow.toY(), arrow.toX() - 1));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
