package ilgam.member.people.profile;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.language.MemberId;
import ilgam.starter.text.Text;

/** The profiles of all people in the directory. */
@Component
public class Profiles {

    private final ProfileRows rows;
    private final JdbcClient db;

    Profiles(ProfileRows rows, JdbcClient db) {
        this.rows = rows;
        this.db = db;
    }

    public void start(MemberId member, DisplayName name, Language language, HomeZone zone) {
        rows.insert(new Profile(member.value(), name, language, zone));
    }

    /** Creates the profiles of persons with the names that an import gave them. */
    public void startForKnownPersons(Map<UUID, String> names) {
        if (names.isEmpty()) return;
        var called = names.values().stream()
                .map(name -> new DisplayName(Text.tidyLine(name)))
                .toList();
        db.sql("""
                        insert into profile (member_id, display_name, sort_name, search_name, initials, locale, time_zone,
                                             version, display_name_changed_in, locale_changed_in, time_zone_changed_in)
                        select id, name, sort_name, search_name, initials, ?, ?, 0, 0, 0, 0
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                            as t (id, name, sort_name, search_name, initials)
                        on conflict do nothing
                        """)
                .params(
                        Language.ENGLISH.tag(),
                        HomeZone.UTC.name(),
                        names.keySet().toArray(UUID[]::new),
                        called.stream().map(DisplayName::text).toArray(String[]::new),
                        called.stream().map(DisplayName::sortName).toArray(String[]::new),
                        called.stream().map(DisplayName::searchName).toArray(String[]::new),
                        called.stream().map(DisplayName::initials).toArray(String[]::new))
                .update();
    }

    public void delete(MemberId member) {
        rows.delete(member.value());
    }

    /** Clears a profile except for its version, which clients may have seen. */
    public void blank(MemberId member) {
        db.sql("""
                        update profile
                        set display_name = '', sort_name = '', search_name = '', initials = '', locale = :locale, time_zone = :zone,
                            avatar_colour = null, version = version + 1
                        where member_id = :member and display_name <> ''
                        """)
                .param("locale", Language.ENGLISH.tag())
                .param("zone", HomeZone.UTC.name())
                .param("member", member.value())
                .update();
    }

    /** The name, language and time zone of a person who has a profile. */
    public record Known(String displayName, Language language, HomeZone zone) {}

    public Optional<Known> find(MemberId member) {
        return rows.find(member.value()).filter(profile -> !profile.isBlank()).map(Profile::known);
    }

    public @Nullable String displayNameOf(MemberId member) {
        return rows.find(member.value()).map(profile -> profile.displayName).orElse(null);
    }

    /**
     * Changes the profile, unless one of the same fields was changed since the version {@code seen}; null skips the
     * check.
     */
    @Transactional
    public void change(MemberId member, ProfileChange change, @Nullable Long seen) {
        var profile = rows.lock(member.value()).orElseThrow();
        if (profile.isBlank() || profile.versions.changedSince(seen, change.fields())) throw new ProfileIsStale();
        profile.take(change, eventsOf(member));
        rows.update(profile);
    }

    private long eventsOf(MemberId member) {
        return db.sql("select sequence from member where id = ?")
                .param(member.value())
                .query(Long.class)
                .single();
    }
}
