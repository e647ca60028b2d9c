package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import ilgam.member.language.MemberId;
import ilgam.starter.security.Caller;
import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemTied;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;
import ilgam.work.language.ProjectEvent;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may see a project today decides what of it is shown, also of the time when others could. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityChangesTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));
    private static final Instant LATER = NOW.minus(Duration.ofDays(2));
    private static final Caller STRANGER = Feed.member(ADA);
    private static final Caller INSIDER = Feed.member(LIN);
    private static final Caller ADMIN = Feed.admin(new UUID(0, 9));

    private final Reading reading = new Reading();
    private int labs;
    private ProjectId lab = new ProjectId(ADA);
    private String key = "";
    private String shop = "";

    /** An item of a lab is tied in every way to one of a shop that everybody sees. */
    @BeforeEach
    void a_lab_and_a_shop() {
        key = "LAB" + ++labs;
        shop = "SHOP" + labs;
        lab = reading.project(key, Visibility.OPEN, START, EVE);
        var open = reading.project(shop, Visibility.OPEN, START, EVE);
        var secret = Story.of(lab, 1).titled("Formula").labelled("secret").opens(reading.feed, START, EVE);
        var seen = Story.of(open, 1).titled("Till").issue().opens(reading.feed, START, EVE);
        tied(seen, secret);
        reading.feed.happens(START, EVE, new Commented(secret, new CommentId(UUID.randomUUID()), "Psst."));
        reading.feed.read();
    }

    private void tied(ItemId seen, ItemId secret) {
        reading.feed
                .happens(START, EVE, new ItemReparented(seen, null, secret))
                .happens(START, EVE, new ItemTied(seen, null, secret))
                .happens(START, EVE, new ItemLinked(seen, LinkType.RELATES_TO, secret))
                .happens(START, EVE, new ItemLinked(secret, LinkType.BLOCKS, seen));
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void while_it_is_open_everybody_sees_everything() {
        for (var caller : List.of(STRANGER, INSIDER, ADMIN)) mustSee(caller);
    }

    @Test
    void once_it_is_private_its_past_is_private_too() {
        happens(new ProjectRestricted(lab), new MemberAdmitted(lab, new MemberId(LIN)));
        mustNotSee(STRANGER);
        mustSee(INSIDER);
        mustSee(ADMIN);
    }

    @Test
    void a_member_who_was_dismissed_sees_nothing_of_it_any_more() {
        happens(new ProjectRestricted(lab), new MemberAdmitted(lab, new MemberId(LIN)));
        happens(new MemberDismissed(lab, new MemberId(LIN)));
        mustNotSee(INSIDER);
    }

    @Test
    void once_it_is_open_again_everybody_sees_its_past() {
        happens(new ProjectRestricted(lab));
        happens(new ProjectOpened(lab));
        mustSee(STRANGER);
    }

    @Test
    void the_sentence_about_a_hidden_item_of_the_past_is_that_about_none() {
        happens(new ProjectRestricted(lab));
        reading.as(STRANGER);
        for (var path : List.of("", "/relations"))
            assertThat(reading.refusal("/api/tasks/" + key + "-1" + path + "?at=" + START))
                    .isEqualTo(reading.refusal("/api/tasks/" + key + "-7" + path + "?at=" + START)
                            .replace("-7", "-1"));
    }

    private void happens(ProjectEvent... events) {
        for (var event : events) reading.feed.happens(LATER, EVE, event);
        reading.feed.read();
    }

    private void mustSee(Caller caller) {
        reading.as(caller);
        for (var at : List.of("", "at=" + START)) {
            assertThat(listed(at)).as(at).isEqualTo(1);
            assertThat(statuses(at)).as(at).containsOnly(200);
            assertThat(shopItem(at)).as(at).contains("\"" + key + "-1\"");
            assertThat(hidden(at)).as(at).isZero();
        }
    }

    private void mustNotSee(Caller caller) {
        reading.as(caller);
        for (var at : List.of("", "at=" + START, "at=" + LATER.minusSeconds(1))) {
            assertThat(listed(at)).as(at).isZero();
            assertThat(statuses(at)).as(at).containsOnly(404);
            assertThat(shopItem(at)).as(at).doesNotContain(key, "Formula");
            assertThat(hidden(at)).as(at).isEqualTo(4);
        }
    }

    /** The same number in each list that could have the item. */
    private int listed(String at) {
        var counts = List.of("project=" + key, "text=formula&project=" + key, "label=secret&project=" + key).stream()
                .map(query -> reading.json("/api/work-items?count=true&" + query + "&" + at)
                        .path("total")
                        .asInt())
                .distinct()
                .toList();
        assertThat(counts).hasSize(1);
        return counts.getFirst();
    }

    private List<Integer> statuses(String at) {
        return List.of("/api/tasks/" + key + "-1", "/api/projects/" + key, "/api/projects/" + key + "/workflow/items")
                .stream()
                .map(path -> reading.response(path + "?" + at, Map.of()).getStatus())
                .toList();
    }

    /** Everything that is told of the item of the shop. */
    private String shopItem(String at) {
        var path = "/api/issues/" + shop + "-1";
        return reading.json(path + "?" + at) + " " + reading.json(path + "/history?" + at) + " "
                + reading.json(path + "/relations?" + at);
    }

    private int hidden(String at) {
        return reading.json("/api/issues/" + shop + "-1/relations?" + at)
                .path("hidden")
                .asInt();
    }
}
