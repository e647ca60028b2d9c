package ilgam.member.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import ilgam.member.test.RunningMember;
import ilgam.starter.test.TextFields;
import ilgam.starter.test.TextFields.Rule;
import ilgam.starter.test.TextFields.TextField;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
class TextFieldsTest {

    private final ApplicationContext context;

    TextFieldsTest(@Autowired ApplicationContext context) {
        this.context = context;
    }

    @Test
    void every_text_of_a_body_is_normalised_and_has_no_control_characters() throws Exception {
        var fields = TextFields.of(context);
        assertThat(fields)
                .extracting(TextField::place)
                .contains("SignUpBody/displayName", "TeamPatch/name", "SettingsPatch/signUp/domains");
        assertThat(fields).allSatisfy(field -> assertThat(field.met()).isEqualTo(field.marked()));
        assertThat(fields)
                .filteredOn(field -> field.marked() != Rule.LEFT_ALONE)
                .allMatch(TextField::composed);
    }

    /** The internal API accepts control characters, which other parts of the system merely pass on. */
    @Test
    void only_passwords_are_kept_as_typed() throws Exception {
        assertThat(TextFields.of(context))
                .filteredOn(field -> field.marked() == Rule.LEFT_ALONE)
                .extracting(TextField::place)
                .containsExactlyInAnyOrder(
                        "SignUpBody/password",
                        "LogInBody/password",
                        "NewPasswordBody/password",
                        "ProofBody/password",
                        "PasswordBody/current",
                        "PasswordBody/password",
                        "ExchangeBody/userAgent",
                        "PeopleBody/names");
    }
}
