package ilgam.starter.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions of things as entity tags: version 7 is {@code "7"}. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private ETags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version an {@code If-Match} asks for; null when there is none, or any will do. */
    public static @Nullable Long ifMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) return null;
        var tag = TAG.matcher(header.strip());
        if (tag.matches()) return Long.valueOf(tag.group(1));
        throw new Refused(
                HttpStatus.BAD_REQUEST,
                "malformed-if-match",
                "If-Match must be the ETag of an earlier answer, such as \"7\", or *.");
    }

    /** Whether the client says in {@code If-None-Match} that it has this version already. */
    public static boolean isKnown(@Nullable String ifNoneMatch, long version) {
        return isKnown(ifNoneMatch, of(version));
    }

    /** Whether the client says in {@code If-None-Match} that it has what this tag stands for. */
    public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        for (var candidate : ifNoneMatch.split(",", -1)) {
            var one = candidate.strip();
            if (one.equals("*") || weak(one).equals(weak(tag))) return true;
        }
        return false;
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
