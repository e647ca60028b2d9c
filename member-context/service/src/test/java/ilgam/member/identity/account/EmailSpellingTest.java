package ilgam.member.identity.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "ada@일감.한국, ADA@xn--439a033c.xn--3e0b707e",
        "ada@bücher.example, ada@XN--bcher-kva.example",
        "ada@BÜCHER.example, ada@bücher.example",
        "ada@example.com, Ada@EXAMPLE.com",
        "ada@ｅｘａｍｐｌｅ.com, ada@example.com",
        "김@example.com, 김@example.com"
    })
    void two_spellings_of_a_domain_are_one_address(String one, String other) {
        assertThat(EmailAddress.keyOf(one)).isEqualTo(EmailAddress.keyOf(other));
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com, ada@example.org", "ada@straße.de, ada@strasse.de", "ada@xn--a.com, ada@xn--b.com"})
    void different_domains_are_different_addresses(String one, String other) {
        assertThat(EmailAddress.keyOf(one)).isNotEqualTo(EmailAddress.keyOf(other));
    }

    @ParameterizedTest
    @CsvSource({"ada@example.com", "ada", "ada@", "@"})
    void a_key_stays_as_it_is(String text) {
        assertThat(EmailAddress.keyOf(text)).isEqualTo(text);
    }
}
