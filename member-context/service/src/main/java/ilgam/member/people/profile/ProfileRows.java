package ilgam.member.people.profile;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProfileRows {

    private final JdbcClient db;

    ProfileRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Profile> find(UUID member) {
        return db.sql("select * from profile where member_id = ?")
                .param(member)
                .query((row, _) -> new Profile(row))
                .optional();
    }

    /** Locks the profile until the transaction ends. */
    Optional<Profile> lock(UUID member) {
        return db.sql("select * from profile where member_id = ? for no key update")
                .param(member)
                .query((row, _) -> new Profile(row))
                .optional();
    }

    void insert(Profile profile) {
        write("""
                insert into profile (member_id, display_name, sort_name, search_name, initials, locale, time_zone, avatar_colour,
                                     version, display_name_changed_in, locale_changed_in, time_zone_changed_in,
                                     avatar_colour_changed_in)
                values (:member, :name, :sortName, :searchName, :initials, :locale, :zone, :colour,
                        :version, :nameIn, :localeIn, :zoneIn, :colourIn)
                """, profile);
    }

    void update(Profile profile) {
        write("""
                update profile
                set display_name = :name, sort_name = :sortName, search_name = :searchName, initials = :initials,
                    locale = :locale, time_zone = :zone, avatar_colour = :colour, version = :version,
                    display_name_changed_in = :nameIn, locale_changed_in = :localeIn, time_zone_changed_in = :zoneIn,
                    avatar_colour_changed_in = :colourIn
                where member_id = :member
                """, profile);
    }

    void delete(UUID member) {
        db.sql("delete from profile where member_id = ?").param(member).update();
    }

    private void write(String statement, Profile profile) {
        db.sql(statement)
                .param("member", profile.memberId)
                .param("name", profile.displayName)
                .param("sortName", profile.sortName)
                .param("searchName", profile.searchName)
                .param("initials", profile.initials)
                .param("locale", profile.locale)
                .param("zone", profile.timeZone)
                .param("colour", profile.avatarColour)
                .param("version", profile.version)
                .param("nameIn", profile.versions.lastChange(ProfileField.DISPLAY_NAME))
                .param("localeIn", profile.versions.lastChange(ProfileField.LOCALE))
                .param("zoneIn", profile.versions.lastChange(ProfileField.TIME_ZONE))
                .param("colourIn", profile.versions.lastChange(ProfileField.AVATAR_COLOUR))
                .update();
    }
}
