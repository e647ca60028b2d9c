package ilgam.work.imports;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"id":"A-1"                                                               | not valid JSON
                    [1,2]                                                                     | not a JSON object
                    {"kind":"bug","title":"x","created_at":"2016-02-29T01:16:00Z"}            | "id" is missing
                    {"id":"A-1","kind":"bug","created_at":"2016-02-29T01:16:00Z"}             | "title" is missing
                    {"id":"A-1","kind":"bug","title":"x","created_at":"yesterday"}            | not an ISO 8601 time
                    {"id":"A-1","kind":"bug","title":"x","created_at":"2916-02-29T01:16:00Z"} | not a time that has been
                    {"id":"A-1","kind":"bug","title":["x"],"created_at":"2016-02-29T01:16:00Z"} | should be a text
                    {"id":"A-1","kind":"bug","title":"x","created_at":"2016-02-29T01:16:00Z","priority":"soon"} | priority "soon" is not known
                    {"id":"A-1","kind":"bug","title":"x","created_at":"2016-02-29T01:16:00Z","labels":"a"} | should be a list
                    """)
    void an_item_that_makes_no_sense_says_why(String line, String reason) {
        assertThatThrownBy(() -> SourceItem.of(SourceLine.read(line)))
                .isInstanceOf(Senseless.class)
                .hasMessageContaining(reason);
    }
}
