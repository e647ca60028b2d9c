package ilgam.member.time.holiday;

import ilgam.starter.text.Text;

/** The name of a holiday, from the text of an iCalendar file (RFC 5545, 3.3.11). */
final class HolidayName {

    private static final int LONGEST = 100;

    private HolidayName() {}

    /** The name; empty when nothing of it is visible. */
    static String of(String written) {
        var line = Text.tidyLine(plain(written));
        return Text.isVisible(line) ? Text.cut(line, LONGEST) : "";
    }

    /**
     * Resolves escapes. A backslash applies to the one character after it, so that {@code \\n} is
     * a backslash and an n.
     */
    private static String plain(String written) {
        var plain = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char here = written.charAt(at);
            if (here != '\\' || at + 1 == written.length()) {
                plain.append(here);
                continue;
            }
            char next = written.charAt(++at);
            switch (next) {
                case 'n', 'N' -> plain.append(' ');
                case '\\', ',', ';', ':', '"' -> plain.append(next);
                default -> plain.append(here).append(next); // not an escape: some programs write backslashes unescaped
            }
        }
        return plain.toString();
    }
}
