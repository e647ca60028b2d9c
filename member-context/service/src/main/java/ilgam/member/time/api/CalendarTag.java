package ilgam.member.time.api;

import org.jspecify.annotations.Nullable;

import ilgam.starter.web.ETags;

/**
 * The entity tag of a calendar: its version, which {@code If-Match} compares, and a digest of the response, which also
 * changes as the days go by.
 */
final class CalendarTag {

    private CalendarTag() {}

    /** @param version of the calendar; -1 before its first event */
    static String of(long version, Object shown) {
        return "\"" + (version + 1) + "-" + Integer.toHexString(shown.toString().hashCode()) + "\"";
    }

    /** The version of the calendar in an {@code If-Match}; null when any version matches. */
    static @Nullable Long seen(@Nullable String ifMatch) {
        var seen = ETags.ifMatch(ifMatch == null ? null : ifMatch.replaceAll("-[0-9a-f]{1,8}\"", "\""));
        return seen == null ? null : seen - 1;
    }
}
