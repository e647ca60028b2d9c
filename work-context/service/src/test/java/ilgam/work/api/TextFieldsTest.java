package ilgam.work.api;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import ilgam.starter.test.TextFields;
import ilgam.starter.test.TextFields.Rule;
import ilgam.starter.test.TextFields.TextField;

import static org.assertj.core.api.Assertions.assertThat;

class TextFieldsTest extends Office {

    @Autowired
    private ApplicationContext context;

    @Test
    void every_text_of_a_body_is_composed_and_has_nothing_that_controls() throws Exception {
        var fields = TextFields.of(context);
        assertThat(fields)
                .extracting(TextField::place)
                .contains("NewItem/labels", "ItemPatch/title", "NewProject/workflow/statuses/name");
        assertThat(fields).allSatisfy(field -> assertThat(field.met()).isEqualTo(field.marked()));
        assertThat(fields).allMatch(TextField::composed);
    }

    @Test
    void descriptions_and_comments_are_tidied() throws Exception {
        assertThat(TextFields.of(context))
                .filteredOn(field -> field.marked() == Rule.TIDIED)
                .extracting(TextField::place)
                .containsExactlyInAnyOrder(
                        "NewItem/description",
                        "ItemPatch/description",
                        "NewProject/description",
                        "ProjectPatch/description",
                        "CommentBody/text",
                        "Discard/reason");
    }
}
