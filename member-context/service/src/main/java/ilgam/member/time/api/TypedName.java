package ilgam.member.time.api;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.Line;
import ilgam.starter.text.Text;

/** The name of a holiday or of a calendar, as typed or from the name of a file. */
final class TypedName {

    private static final int LONGEST = 100;

    private TypedName() {}

    static String of(@Nullable String name) {
        return Line.upTo(LONGEST, name, "A name has {least} to {most} characters.")
                .text();
    }

    static String ofFile(@Nullable String file) {
        if (file == null || file.isBlank()) return "Holidays";
        var name = Text.tidyLine(file).replaceFirst("\\.[A-Za-z]{2,4}$", "");
        return Text.isVisible(name) ? Text.cut(name, LONGEST) : "Holidays";
    }
}
