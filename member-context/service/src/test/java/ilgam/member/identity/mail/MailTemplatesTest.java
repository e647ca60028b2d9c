package ilgam.member.identity.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import com.samskivert.mustache.MustacheException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailTemplatesTest {

    private static final String URL = "https://work.example.com/invitation/secret";
    private static final Map<String, Object> FACTS = Map.of(
            "inviter", "Lin", "until", Instant.parse("2026-11-22T09:30:00Z").atZone(ZoneId.of("Asia/Seoul")));

    @ParameterizedTest
    @EnumSource
    void every_mail_has_all_its_words_in_both_languages(MailTemplate letter) {
        for (var language : new String[] {"ko", "en"}) {
            var mail = write(letter, "Ada", language, FACTS);
            for (var text : new String[] {mail.subject(), mail.plain(), mail.html()})
                assertThat(text).as(language).isNotBlank().doesNotContain("{", "}");
            assertThat(mail.plain()).contains("Ada", URL);
            assertThat(mail.html()).contains("Ada", "<a href=\"" + URL + "\"");
        }
    }

    @Test
    void a_recipient_without_a_name_is_greeted_without_one() {
        assertThat(write(MailTemplate.RESET, null, "en", Map.of()).plain()).startsWith("Hello,\n");
    }

    @Test
    void a_mail_that_lacks_a_value_is_not_written() {
        assertThatExceptionOfType(MustacheException.class)
                .isThrownBy(() -> write(MailTemplate.INVITATION, null, "en", Map.of("inviter", "Lin")));
    }

    @Test
    void names_are_text_in_plain_mails_and_in_html() {
        var mail = write(MailTemplate.RESET, "<b>Ada & {url} 'x' \"y\"</b>", "en", FACTS);

        assertThat(mail.plain()).contains("Hello <b>Ada & {url} 'x' \"y\"</b>,");
        assertThat(mail.html()).contains("Hello &lt;b&gt;Ada &amp; {url} &#39;x&#39; &quot;y&quot;&lt;/b&gt;,");
    }

    private static Mail write(MailTemplate letter, @Nullable String name, String language, Map<String, ?> facts) {
        return MailTemplates.write(
                letter, new Addressee(UUID.randomUUID(), "ada@example.com", name, language), null, URL, facts);
    }
}
