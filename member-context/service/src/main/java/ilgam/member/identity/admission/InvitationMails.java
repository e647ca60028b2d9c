package ilgam.member.identity.admission;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import org.springframework.stereotype.Component;

import ilgam.member.identity.account.EmailAddress;
import ilgam.member.identity.mail.Addressee;
import ilgam.member.identity.mail.MailTemplate;
import ilgam.member.identity.mail.Outbox;
import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.people.profile.Language;
import ilgam.member.people.profile.Profiles;

/** Writes the mails to invited people, in the inviter's time zone and language, unless another language was chosen. */
@Component
class InvitationMails {

    private final Outbox mails;
    private final Profiles profiles;

    InvitationMails(Outbox mails, Profiles profiles) {
        this.mails = mails;
        this.profiles = profiles;
    }

    void send(EmailAddress email, NewInvitation invitation, Secret secret, MemberId by, Instant until) {
        var inviter = profiles.find(by);
        var language = invitation.language();
        if (language == null) language = inviter.map(Profiles.Known::language).orElse(Language.ENGLISH);
        var zone = inviter.<ZoneId>map(known -> ZoneId.of(known.zone().name())).orElse(ZoneOffset.UTC);
        var person = invitation.person();
        var known = person == null ? null : profiles.displayNameOf(person);
        mails.send(
                person == null ? MailTemplate.INVITATION : MailTemplate.CLAIM,
                new Addressee(person == null ? null : person.value(), email.text(), known, language.tag()),
                by.value(),
                secret,
                Map.of(
                        "inviter",
                        inviter.map(Profiles.Known::displayName).orElse("Ilgam"),
                        "until",
                        until.atZone(zone)));
    }
}
