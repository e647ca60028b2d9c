package ilgam.member.api;

import org.jspecify.annotations.Nullable;

import ilgam.starter.web.ETags;

/**
 * The entity tag of what a calendar shows: its version, which {@code If-Match} is about, and a digest of what is shown.
 * That moves without any change to the calendar, as the days go by.
 */
final class CalendarTag {

    private CalendarTag() {}

    /** @param version of the calendar; one to which nothing happened yet is at -1 */
    static String of(long version, Object shown) {
        return "\"" + (version + 1) + "-" + Integer.toHexString(shown.toString().hashCode()) + "\"";
    }

    /** The version of the calendar that an {@code If-Match} asks for; null when any will do. */
    static @Nullable Long seen(@Nullable String ifMatch) {
        var seen = ETags.ifMatch(ifMatch == null ? null : ifMatch.replaceAll("-[0-9a-f]{1,8}\"", "\""));
        return seen == null ? null : seen - 1;
    }
}
