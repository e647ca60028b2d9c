package ilgam.starter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Libraries that services have nothing to do with, although others would bring them. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"com.thoughtworks.xstream.XStream", "org.codehaus.jettison.json.JSONObject"})
    void nothing_can_turn_a_text_into_an_object_of_any_class(String type) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
    }
}
