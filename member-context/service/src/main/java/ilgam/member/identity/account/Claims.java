package ilgam.member.identity.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.profile.DisplayName;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.people.profile.Language;
import ilgam.member.people.profile.ProfileChange;
import ilgam.member.people.profile.Profiles;

/**
 * Pending accounts that take over a known person's id. The member's display name waits here, so that an abandoned claim
 * leaves the person as the import named them.
 */
@Component
class Claims {

    private record Claim(String displayName, String locale, String timeZone) {

        ProfileChange change() {
            return new ProfileChange(new DisplayName(displayName), new Language(locale), new HomeZone(timeZone), null);
        }
    }

    private final JdbcClient db;
    private final Profiles profiles;

    Claims(JdbcClient db, Profiles profiles) {
        this.db = db;
        this.profiles = profiles;
    }

    void begin(MemberId person, NewAccount wanted) {
        db.sql("insert into account_claim (member_id, display_name, locale, time_zone) values (?, ?, ?, ?)")
                .params(
                        person.value(),
                        wanted.name().text(),
                        wanted.language().tag(),
                        wanted.zone().name())
                .update();
    }

    boolean isUnderWay(MemberId person) {
        return db.sql("select exists (select from account_claim where member_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** Gives the person the name, language and time zone that the member chose. */
    void succeed(MemberId person) {
        db.sql("delete from account_claim where member_id = ? returning display_name, locale, time_zone")
                .param(person.value())
                .query(Claim.class)
                .optional()
                .ifPresent(claim -> profiles.change(person, claim.change(), null));
    }

    /** Whether there was a claim to give up. */
    boolean giveUp(MemberId person) {
        return db.sql("delete from account_claim where member_id = ?")
                        .param(person.value())
                        .update()
                == 1;
    }
}
