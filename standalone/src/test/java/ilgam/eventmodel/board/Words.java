package ilgam.eventmodel.board;

import java.util.ArrayList;
import java.util.List;

/** How names of the code are written on notes: as words, in lines that fit, by an estimate of how wide glyphs are. */
final class Words {

    private Words() {}

    /** {@code ItemStartScheduled} as the words that it is made of. */
    static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }

    /** {@code TOO_MANY_LABELS} or {@code company-zone} as people write it. */
    static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /** Lines no wider than this, where every single word is. */
    static List<String> wrapped(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** How wide a text is at most in the usual sans-serif fonts, the wide ones included. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Words::ems).sum() * size;
    }

    private static double ems(int glyph) {
        if ("ijlI.,:;'|!·".indexOf(glyph) >= 0) return 0.36;
        if ("frt()[] -".indexOf(glyph) >= 0) return 0.42;
        if ("mwMW…→".indexOf(glyph) >= 0) return 0.98;
        if (Character.isUpperCase(glyph)) return 0.74;
        return 0.62;
    }

    /** The first sentence of a text. */
    static String firstSentence(String text) {
        return text.replaceFirst("(?s)(?<=[a-z`)]\\.)\\s.*", "").replace("`", "");
    }
}
