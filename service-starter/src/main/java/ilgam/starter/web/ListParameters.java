package ilgam.starter.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/**
 * Parameters with several texts: repeated, or separated by commas. A comma within a text is written {@code \,}, a
 * backslash {@code \\}.
 */
public final class ListParameters implements ConditionalGenericConverter {

    /** The format of a list parameter, for API descriptions. */
    public static final String HOW = "several with commas between; a comma within one is \\, and a backslash \\\\";

    /** The texts of a parameter that may be repeated, stripped and without empty ones. */
    public static List<String> values(@Nullable Collection<String> given) {
        if (given == null) return List.of();
        var values = new ArrayList<String>();
        given.forEach(one -> split(one, values));
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static void split(String given, List<String> into) {
        var value = new StringBuilder(given.length());
        for (int at = 0; at < given.length(); at++) {
            char here = given.charAt(at);
            if (here == '\\' && at + 1 < given.length() && isEscaped(given.charAt(at + 1)))
                value.append(given.charAt(++at));
            else if (here == ',') {
                into.add(value.toString());
                value.setLength(0);
            } else value.append(here);
        }
        into.add(value.toString());
    }

    private static boolean isEscaped(char next) {
        return next == ',' || next == '\\';
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Collection.class));
    }

    @Override
    public boolean matches(TypeDescriptor given, TypeDescriptor wanted) {
        var element = wanted.getElementTypeDescriptor();
        return element != null && element.getType() == String.class;
    }

    /** Keeps the value whole, because Spring's default converter would split it at each comma. */
    @Override
    public Object convert(@Nullable Object given, TypeDescriptor from, TypeDescriptor to) {
        return given == null ? List.of() : List.of((String) given);
    }
}
