package ilgam.member.identity.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.text.Invalid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordTest {

    private static final EmailAddress ADA = new EmailAddress("ada.lovelace@example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "Password123",
                "QWERTYUIOP",
                "1q2w3e4r5t",
                "qlalfqjsgh",
                "aaaaaaaaaaaa",
                "ababababab"
            })
    void a_common_password_is_refused(String password) {
        refused(password, "Many people use this password, so it is guessed first. Choose another one.");
    }

    @Test
    void the_refusal_of_a_short_password_says_its_length() {
        refused("123456789", "A password has 10 to 200 characters; this one has 9.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada.Lovelace@example.com", "ada.lovelace"})
    void the_address_is_refused(String password) {
        refused(password, "A password must not be the e-mail address.");
    }

    @Test
    void the_name_is_refused() {
        refused("adalovelace", "A password must not be the name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven kettles sing at noon", "비밀은 오래 간직할수록 좋다", "k7#mZ!qq2vLp"})
    void any_other_password_is_accepted(String password) {
        assertThatCode(() -> Password.chosen(password, ADA, "Ada Lovelace")).doesNotThrowAnyException();
    }

    private static void refused(String password, String sentence) {
        assertThatThrownBy(() -> Password.chosen(password, ADA, "Ada Lovelace"))
                .isInstanceOf(Invalid.class)
                .hasMessage(sentence);
    }
}
