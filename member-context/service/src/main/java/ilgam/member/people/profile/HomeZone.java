package ilgam.member.people.profile;

import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;

/** The time zone a member lives in, by its IANA name. */
public record HomeZone(String name) {

    public static final HomeZone UTC = new HomeZone("UTC");

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    /** A zone as a client sends it; UTC when null. */
    public static HomeZone typed(@Nullable String name) {
        if (name == null) return UTC;
        if (!KNOWN.contains(name))
            throw new Invalid(FieldReason.TIME_ZONE, "A time zone is an IANA name such as Asia/Seoul.");
        return new HomeZone(name);
    }
}
