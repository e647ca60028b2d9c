package ilgam.member.people.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.locking.FieldVersions;

/**
 * The row of a profile. Each field stores the member's version that last changed it, so that a stale edit is refused
 * only when it conflicts with another edit of the same field.
 */
class Profile {

    final UUID memberId;
    String displayName;
    String sortName;
    String searchName;
    String initials;
    String locale;
    String timeZone;

    @Nullable
    String avatarColour;

    long version;
    final FieldVersions<ProfileField> versions = new FieldVersions<>();

    Profile(UUID memberId, DisplayName name, Language language, HomeZone zone) {
        this.memberId = memberId;
        this.displayName = name.text();
        this.sortName = name.sortName();
        this.searchName = name.searchName();
        this.initials = name.initials();
        this.locale = language.tag();
        this.timeZone = zone.name();
        for (var field : ProfileField.values()) versions.changed(field, 0);
    }

    Profile(ResultSet row) throws SQLException {
        this.memberId = row.getObject("member_id", UUID.class);
        this.displayName = row.getString("display_name");
        this.sortName = row.getString("sort_name");
        this.searchName = row.getString("search_name");
        this.initials = row.getString("initials");
        this.locale = row.getString("locale");
        this.timeZone = row.getString("time_zone");
        this.avatarColour = row.getString("avatar_colour");
        this.version = row.getLong("version");
        versions.changed(ProfileField.DISPLAY_NAME, row.getLong("display_name_changed_in"));
        versions.changed(ProfileField.LOCALE, row.getLong("locale_changed_in"));
        versions.changed(ProfileField.TIME_ZONE, row.getLong("time_zone_changed_in"));
        versions.changed(ProfileField.AVATAR_COLOUR, row.getLong("avatar_colour_changed_in"));
    }

    Profiles.Known known() {
        return new Profiles.Known(displayName, new Language(locale), new HomeZone(timeZone));
    }

    /** Whether the member was erased concurrently, after which nothing may be written. */
    boolean isBlank() {
        return displayName.isEmpty();
    }

    /**
     * Applies the fields that really differ. {@code events} is the number of the member's events, which are part of the
     * version.
     */
    void take(ProfileChange change, long events) {
        var next = events + version + 1;
        var name = change.displayName();
        if (name != null && !name.text().equals(displayName)) {
            displayName = name.text();
            sortName = name.sortName();
            searchName = name.searchName();
            initials = name.initials();
            versions.changed(ProfileField.DISPLAY_NAME, next);
        }
        var language = change.language();
        if (language != null && !language.tag().equals(locale)) {
            locale = language.tag();
            versions.changed(ProfileField.LOCALE, next);
        }
        var zone = change.zone();
        if (zone != null && !zone.name().equals(timeZone)) {
            timeZone = zone.name();
            versions.changed(ProfileField.TIME_ZONE, next);
        }
        var colour = change.avatarColour();
        if (colour != null && !Objects.equals(colour.word(), avatarColour)) {
            avatarColour = colour.word();
            versions.changed(ProfileField.AVATAR_COLOUR, next);
        }
        if (Arrays.stream(ProfileField.values()).anyMatch(field -> versions.lastChange(field) == next)) version++;
    }
}
