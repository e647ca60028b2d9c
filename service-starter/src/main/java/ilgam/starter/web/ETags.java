package ilgam.starter.web;

import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;

/** Versions as entity tags: version 7 is {@code "7"}. */
public final class ETags {

    private static final Pattern LIST = Pattern.compile("\\s*,*(?:\\s*(?:W/)?\"[^\"]*\"\\s*(?:,\\s*)*)+");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private ETags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version in {@code If-Match}, the latest of several; null without the header or with {@code *}. Tags of other
     * things match nothing.
     *
     * @throws Refused as 412 when it has no others
     */
    public static @Nullable Long ifMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) return null;
        if (!LIST.matcher(header).matches())
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    CommonReason.MALFORMED_IF_MATCH,
                    "If-Match must be * or ETags of earlier answers, such as \"7\".");
        return ETag.parse(header).stream()
                .map(ETag::tag)
                .filter(tag -> VERSION.matcher(tag).matches())
                .map(Long::valueOf)
                .max(Long::compare)
                .orElseThrow(() -> new Refused(
                        HttpStatus.PRECONDITION_FAILED,
                        CommonReason.STALE,
                        "This is not what the request expects to change. Load it again, then decide."));
    }

    /** Whether {@code If-None-Match} has this version. */
    public static boolean isKnown(@Nullable String ifNoneMatch, long version) {
        return isKnown(ifNoneMatch, of(version));
    }

    /** Whether {@code If-None-Match} has this tag. */
    public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        var known = ETag.create(tag);
        return ETag.parse(ifNoneMatch).stream().anyMatch(one -> one.isWildcard() || one.compare(known, false));
    }

    /** Refuses a request with {@code If-None-Match: *} if the resource exists. */
    public static void mustBeNew(@Nullable String ifNoneMatch, BooleanSupplier isThere) {
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*") && isThere.getAsBoolean())
            throw new Refused(
                    HttpStatus.PRECONDITION_FAILED,
                    CommonReason.EXISTS_ALREADY,
                    "This exists already, and the request is only for creating it.");
    }
}
