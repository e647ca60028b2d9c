package ilgam.work.api;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.work.Story;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Events of earlier times say the same letters in two spellings, and lists are sorted as people sort. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpellingTest {

    private static final Instant START = NOW.minus(Duration.ofDays(2));
    private static final List<String> SORTED = List.of("2nd", "apple", "Éclair", "Zebra", "가나", "나무", "하늘");

    private final Reading reading = new Reading();

    @BeforeAll
    void events_of_both_spellings() {
        var feed = reading.feed;
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        Story.of(web, 1)
                .titled(decomposed("결제 오류"))
                .described(decomposed("카드사"))
                .labelled(decomposed("긴급"))
                .opens(feed, START, ADA);
        Story.of(web, 2).titled("결제 오류").described("카드사").labelled("긴급").opens(feed, START, ADA);
        var changed = Story.of(web, 3).titled("Done").labelled(decomposed("긴급")).opens(feed, START, ADA);
        feed.happens(START.plusSeconds(60), ADA, new ItemUnlabelled(changed, "긴급"));

        var abc = reading.project("ABC", Visibility.OPEN, START, ADA);
        var titles = SORTED.reversed();
        for (int n = 0; n < titles.size(); n++)
            Story.of(abc, n + 1).titled(titles.get(n)).opens(feed, START, ADA);
        feed.read();
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=결제", "text=카드사 오류", "label=긴급"})
    void what_is_sought_in_either_spelling_is_found_in_both(String query) {
        for (var spelt : List.of(query, decomposed(query)))
            for (var at : List.of("", "&at=" + NOW))
                assertThat(reading.keys("/api/work-items?project=WEB&sort=key&" + encoded(spelt) + at))
                        .as(spelt + at)
                        .containsExactly("WEB-1", "WEB-2");
    }

    @Test
    void titles_are_sorted_as_people_sort_page_by_page() {
        var titles = new ArrayList<String>();
        var path = "/api/work-items?project=ABC&sort=title&limit=2";
        for (var page = reading.json(path);
                ;
                page = reading.json(path + "&cursor=" + page.path("next").asString())) {
            page.path("items").forEach(item -> titles.add(item.path("title").asString()));
            if (page.path("next").isNull()) break;
        }
        assertThat(titles).isEqualTo(SORTED);
        assertThat(reading.keys("/api/work-items?project=ABC&sort=-title"))
                .isEqualTo(reading.keys("/api/work-items?project=ABC&sort=key"));
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Form.NFD);
    }

    private static String encoded(String query) {
        return query.substring(0, query.indexOf('=') + 1)
                + URLEncoder.encode(query.substring(query.indexOf('=') + 1), UTF_8)
                        .replace("+", "%20");
    }
}
