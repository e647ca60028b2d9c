package ilgam.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

import ilgam.member.language.MemberEvent;
import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.work.language.Category;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;
import ilgam.work.people.People;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a person did and holds is the member's whom they turned out to be, in every row of the work context. */
class PersonsMergedTest {

    private static final Instant START = Instant.parse("2016-03-01T00:00:00Z");
    private static final MemberId KIM = member(1);
    private static final MemberId TAEHYUN = member(2);
    private static final MemberId ADA = member(3);
    private static final ProjectId PROJECT = new ProjectId(new UUID(7, 1));
    private static final ItemId ITEM = new ItemId(new UUID(8, 1));
    private static final Set<String> TABLES =
            Set.of("item_version", "item_history", "item_comment", "project", "project_version", "project_member");

    private final Set<Integer> merged = new HashSet<>();
    private Feed feed;
    private JdbcTemplate db;

    @BeforeEach
    void start() {
        feed = new Feed(Clock.systemUTC());
        db = feed.the(JdbcTemplate.class);
        for (var person : List.of(KIM, TAEHYUN, ADA)) feed.happens(START, null, new PersonAnnounced(person));
        feed.happens(START, KIM.value(), new ProjectStarted(PROJECT, "WEB", "Web", "", Visibility.OPEN))
                .happens(
                        START,
                        null,
                        new WorkflowDefined(PROJECT, List.of(new Status("open", "Open", Category.TODO)), Map.of()));
    }

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void what_a_person_did_and_holds_is_the_members_afterwards() {
        feed.happens(START, KIM.value(), opened(ITEM, KIM, KIM))
                .happens(START.plusSeconds(1), KIM.value(), new Commented(ITEM, new CommentId(new UUID(9, 1)), "Hm"))
                .happens(START, null, new MemberAdmitted(PROJECT, KIM))
                .read();

        feed.happens(START.plusSeconds(2), ADA.value(), new PersonMerged(KIM, TAEHYUN))
                .read();
        feed.happens(START.plusSeconds(3), KIM.value(), new ItemAssigned(ITEM, KIM, KIM))
                .read();

        assertThat(everything()).doesNotContain(KIM.toString()).contains(TAEHYUN.toString());
        assertThat(db.queryForList("select distinct assignee from item_version", UUID.class))
                .containsExactly(TAEHYUN.value());
        assertThat(db.queryForList("select member_id from project_member", UUID.class))
                .containsExactly(TAEHYUN.value());
    }

    @Test
    void a_member_who_was_merged_further_takes_everything_along() {
        feed.happens(START, KIM.value(), opened(ITEM, KIM, KIM)).read();
        feed.happens(START, null, new PersonMerged(KIM, TAEHYUN)).read();
        feed.happens(START, null, new PersonMerged(TAEHYUN, ADA)).read();
        feed.happens(START.plusSeconds(3), KIM.value(), new ItemAssigned(ITEM, null, KIM))
                .read();

        assertThat(everything())
                .doesNotContain(KIM.toString(), TAEHYUN.toString())
                .contains(ADA.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_rebuild_from_the_first_event_gives_equal_rows(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 6; i++)
            feed.happens(
                    START,
                    somebody(random).value(),
                    opened(new ItemId(new UUID(8, i)), somebody(random), somebody(random)));
        for (int i = 0; i < 60; i++) anything(i, random);
        var events = feed.take();

        inBatches(events, random);
        var live = rows();
        feed.reset();
        assertThat(rows().get("item_version")).isEmpty();
        feed.read(events);

        assertThat(rows()).isEqualTo(live);
    }

    @Test
    void those_who_come_and_go_disturb_nobody() {
        feed.happens(START, null, opened(ITEM, KIM, TAEHYUN)).read();
        var before = rows();

        for (MemberEvent event : List.of(
                new AccountClaimed(KIM, Role.ADMIN),
                new MemberDeactivated(KIM),
                new MemberReactivated(KIM),
                new MemberErased(TAEHYUN))) feed.happens(START, ADA.value(), event);
        feed.read();

        assertThat(rows()).isEqualTo(before);
        assertThat(feed.the(People.class).isAdmin(KIM.value())).isTrue();
        assertThat(feed.the(People.class).knows(TAEHYUN.value())).isFalse();
    }

    private void anything(int second, Random random) {
        var at = START.plusSeconds(second);
        var item = new ItemId(new UUID(8, random.nextInt(6)));
        var one = somebody(random);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> feed.happens(at, one.value(), new ItemAssigned(item, somebody(random), somebody(random)));
            case 3 -> feed.happens(at, one.value(), new ItemRenamed(item, "", "Title " + second));
            case 4 -> feed.happens(at, null, new MemberAdmitted(PROJECT, one));
            case 5 -> feed.happens(at, null, new MemberDismissed(PROJECT, one));
            case 6 -> feed.happens(at, one.value(), new Commented(item, new CommentId(new UUID(9, second)), "Words"));
            default -> {
                // A person is only ever merged into one with a greater number, so never in a circle.
                var from = random.nextInt(8);
                if (merged.add(from))
                    feed.happens(at, null, new PersonMerged(member(from), member(from + 1 + random.nextInt(3))));
            }
        }
    }

    private void inBatches(List<DomainEventMessage<?>> events, Random random) {
        for (int from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(12));
            feed.read(events.subList(from, to));
            from = to;
        }
    }

    private Map<String, List<String>> rows() {
        var rows = new HashMap<String, List<String>>();
        for (var table : TABLES)
            rows.put(table, db.queryForList("select t::text from " + table + " t order by 1", String.class));
        return rows;
    }

    private String everything() {
        var all = new ArrayList<String>();
        rows().values().forEach(all::addAll);
        return String.join("\n", all);
    }

    private static MemberId somebody(Random random) {
        return member(random.nextInt(10));
    }

    private static MemberId member(int number) {
        return new MemberId(new UUID(0x0197_a000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    private static ItemOpened opened(ItemId item, @Nullable MemberId reporter, @Nullable MemberId assignee) {
        return new ItemOpened(
                item,
                PROJECT,
                item.value().getLeastSignificantBits() + 1,
                null,
                Kind.TASK,
                "Title",
                "Description",
                "open",
                reporter,
                assignee,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }
}
