package ilgam.dashboard;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

import ilgam.dashboard.figures.ByCategory;
import ilgam.dashboard.figures.CycleTimeFigures;
import ilgam.dashboard.figures.FlowFigures;
import ilgam.dashboard.figures.Range;
import ilgam.dashboard.figures.Scope;
import ilgam.dashboard.figures.Step;
import ilgam.dashboard.figures.SummaryFigures;
import ilgam.dashboard.figures.ThroughputFigures;
import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.member.replica.Days;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static org.assertj.core.api.Assertions.assertThat;

/** For random histories in random order, the figures equal those of the naive model. */
class RandomHistoriesTest {

    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final int QUARTER_DAYS = 160;
    private static final List<String> STATUSES = List.of("a", "b", "c", "d", "e");

    private static final List<String> ZONES = List.of("UTC", "Asia/Seoul", "America/St_Johns", "Pacific/Kiritimati");
    private static final UUID COMPANY = new UUID(4, 1);
    private static final TeamId TEAM = new TeamId(new UUID(3, 1));

    private static final HikariDataSource DATABASE = Databases.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(Integer.getInteger("ilgam.random-histories", 10));
    }

    private final Random random = new Random();
    private final List<MemberId> members =
            List.of(new MemberId(new UUID(1, 1)), new MemberId(new UUID(1, 2)), new MemberId(new UUID(1, 3)));

    @ParameterizedTest
    @MethodSource("seeds")
    void figures_equal_the_naive_model_in_any_order_of_events(long seed) {
        random.setSeed(seed);
        var projects = List.of(new UUID(2, 1), new UUID(2, 2));
        var stored = interleaved(projects);
        var naive = new NaiveFigures(stored);
        try (var dashboard = new Dashboard(DATABASE)) {
            dashboard.reset();
            inBatches(stored).forEach(dashboard::take);
            for (int question = 0; question < 12; question++) compare(dashboard, naive, projects);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void batch_sizes_repeats_and_rebuilds_do_not_change_rows(long seed) {
        random.setSeed(seed);
        var stored = interleaved(List.of(new UUID(2, 1)));
        try (var dashboard = new Dashboard(DATABASE)) {
            dashboard.reset();
            dashboard.take(stored);
            var atOnce = rows();
            inBatches(stored).forEach(dashboard::take);
            assertThat(rows()).as("delivered twice").isEqualTo(atOnce);
            dashboard.reset();
            assertThat(rows().get("span")).isEmpty();
            stored.forEach(one -> dashboard.take(List.of(one)));
            assertThat(rows()).as("one by one").isEqualTo(atOnce);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everything_of_a_merged_person_is_the_members(long seed) {
        random.setSeed(seed);
        var person = members.get(0);
        var into = members.get(1);
        var stored = interleaved(List.of(new UUID(2, 1)));
        var merged = new ArrayList<>(stored);
        merged.add(
                random.nextInt(stored.size()),
                new StoredEvent(person.value(), 1, instant(), new PersonMerged(person, new MemberId(new UUID(1, 9)))));
        merged.add(new StoredEvent(new UUID(1, 9), 1, instant(), new PersonMerged(new MemberId(new UUID(1, 9)), into)));
        merged.add(new StoredEvent(into.value(), 1, instant(), new MemberDeactivated(into)));
        merged.add(new StoredEvent(into.value(), 2, instant(), new MemberErased(into)));
        try (var dashboard = new Dashboard(DATABASE)) {
            dashboard.reset();
            dashboard.take(
                    stored.stream().map(one -> ofMember(one, person, into)).toList());
            var expected = rows();
            dashboard.reset();
            inBatches(merged).forEach(dashboard::take);
            assertThat(rows()).as("as it happened").isEqualTo(expected);
            dashboard.reset();
            dashboard.take(merged);
            assertThat(rows()).as("rebuilt").isEqualTo(expected);
        }
    }

    @Test
    void of_titles_before_the_opening_the_last_one_counts_for_any_batches() {
        var stored = new ArrayList<>(WorkEvents.item(
                new UUID(2, 1), 1, "02T09:00", members.getFirst().value()));
        var item = new ItemId(stored.getFirst().aggregate());
        stored.add(new StoredEvent(item.value(), 2, WorkEvents.at("01T12:00"), new ItemRenamed(item, "", "Earlier")));
        stored.add(new StoredEvent(item.value(), 3, WorkEvents.at("01T10:00"), new ItemRenamed(item, "", "Later")));
        try (var dashboard = new Dashboard(DATABASE)) {
            for (var batches : List.of(
                    List.of(stored),
                    List.of(stored.subList(0, 2), stored.subList(2, 4)),
                    List.of(stored.subList(0, 3), stored.subList(3, 4)))) {
                dashboard.reset();
                batches.forEach(dashboard::take);
                assertThat(rows().get("item"))
                        .extracting(row -> row.get("title"))
                        .containsExactly("Later");
            }
        }
    }

    /** The same event with the member in place of the person. */
    private static StoredEvent ofMember(StoredEvent stored, MemberId person, MemberId member) {
        var event = switch (stored.event()) {
            case ItemAssigned it -> new ItemAssigned(it.item(), it.from(), person.equals(it.to()) ? member : it.to());
            case ItemOpened it
            when person.equals(it.assignee()) ->
                new ItemOpened(
                        it.item(),
                        it.project(),
                        it.number(),
                        it.sourceKey(),
                        it.kind(),
                        it.title(),
                        it.description(),
                        it.status(),
                        it.reporter(),
                        member,
                        it.priority(),
                        it.severity(),
                        it.resolution(),
                        it.startOn(),
                        it.dueOn(),
                        it.estimateHours(),
                        it.labels(),
                        it.parent(),
                        it.sourceParent(),
                        it.task(),
                        null);
            case Object it -> it;
        };
        return new StoredEvent(stored.aggregate(), stored.sequence(), stored.occurredAt(), event);
    }

    private static Map<String, List<Map<String, Object>>> rows() {
        var db = new JdbcTemplate(DATABASE);
        var tables = new HashMap<String, List<Map<String, Object>>>();
        tables.put("span", db.queryForList("""
                select item, sequence, project, field, occurred_at, from_at, to_at, status, status_at, assignee,
                    kind, priority, due_on, resolution, deleted
                from span order by item, sequence
                """));
        tables.put("item", db.queryForList("select * from item order by id"));
        tables.put("meaning", db.queryForList("select * from meaning order by project, status, entered_from, from_at"));
        return tables;
    }

    private void compare(Dashboard dashboard, NaiveFigures naive, List<UUID> projects) {
        var chosen = random.nextBoolean() ? projects : List.of(projects.get(random.nextInt(projects.size())));
        @Nullable UUID member = random.nextBoolean() ? null : one(members).value();
        @Nullable UUID team = random.nextBoolean() ? null : TEAM.value();
        @Nullable Kind kind = random.nextInt(3) > 0 ? null : one(List.of(Kind.values()));
        var at = random.nextBoolean() ? START.plus(Duration.ofDays(400)) : instant();
        @Nullable ZoneId requested = random.nextBoolean() ? null : ZoneId.of(one(ZONES));
        var zone = dashboard.get(Days.class).zone(at, requested);
        if (requested == null) assertThat(zone).isEqualTo(naive.company(at));
        var scope = new Scope(chosen, member, team, kind, at, zone);
        var in = naive.scope(member, team, kind);
        var set = Set.copyOf(chosen);

        var first = instant();
        var last = instant();
        var range = first.isBefore(last) ? new Range(first, last) : new Range(last, first);
        var points = one(List.of(Step.HOUR, Step.DAY, Step.WEEK)).points(range.from(), range.to(), zone);
        assertThat(points).startsWith(range.from()).endsWith(range.to());
        var flow =
                dashboard.get(FlowFigures.class).at(points, scope).orElseThrow().points();
        for (int point = 0; point < points.size(); point += 1 + random.nextInt(10)) {
            var known = points.get(point).isBefore(at) ? points.get(point) : at;
            assertThat(flow.get(point).at()).isEqualTo(points.get(point));
            assertThat(flow.get(point).byStatus()).isEqualTo(naive.byStatus(set, in, known));
            assertThat(flow.get(point).byCategory()).isEqualTo(categories(naive.byCategory(set, in, known)));
            assertThat(flow.get(point).created())
                    .isEqualTo(naive.present(set, in, known).size());
        }

        boolean delivered = random.nextBoolean();
        var finished = naive.finished(set, in, range.from(), range.to(), at, delivered);
        var throughput = dashboard.get(ThroughputFigures.class).within(range, Step.WEEK, scope, delivered);
        assertThat(throughput.periods().stream()
                        .filter(period -> period.done() > 0)
                        .collect(Collectors.toMap(period -> period.label(), period -> period.done())))
                .isEqualTo(NaiveFigures.perWeek(
                        finished.stream().map(NaiveFigures.Finished::doneAt).toList(), zone));
        assertThat(throughput.periods().stream()
                        .filter(period -> period.created() > 0)
                        .collect(Collectors.toMap(period -> period.label(), period -> period.created())))
                .isEqualTo(NaiveFigures.perWeek(naive.created(set, in, range.from(), range.to(), at), zone));

        var times = dashboard.get(CycleTimeFigures.class).withItems(range, scope, delivered);
        var cycles =
                finished.stream().flatMap(item -> item.cycleSeconds().stream()).toList();
        assertThat(times.cycleTime().count()).isEqualTo(cycles.size());
        assertThat(times.cycleTime().leftOut()).isEqualTo(finished.size() - cycles.size());
        assertThat(times.cycleTime().percentiles()).isEqualTo(NaiveFigures.percentiles(cycles));
        assertThat(times.leadTime().percentiles())
                .isEqualTo(NaiveFigures.percentiles(finished.stream()
                        .map(NaiveFigures.Finished::leadSeconds)
                        .toList()));
        assertThat(times.items()).hasSameSizeAs(finished);

        var summary = dashboard
                .get(SummaryFigures.class)
                .of(scope, dashboard.get(Days.class).at(at, requested));
        var open = naive.present(set, in, at).stream()
                .filter(moment ->
                        Set.of(Category.TODO, Category.DOING, Category.WAITING).contains(moment.category()))
                .toList();
        assertThat(summary.open()).isEqualTo(open.size());
        Function<NaiveFigures.Moment, LocalDate> today =
                moment -> requested == null ? naive.today(moment.assignee(), at) : LocalDate.ofInstant(at, requested);
        assertThat(summary.overdue()).isEqualTo(due(open, today, (due, day) -> due.isBefore(day)));
        assertThat(summary.dueThisWeek()).isEqualTo(due(open, today, (due, day) -> {
            var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return !due.isBefore(monday) && due.isBefore(monday.plusDays(7));
        }));
        assertThat(summary.oldest()).hasSize(Math.min(10, open.size()));
    }

    /** The number of items due, compared with the day of each assignee. */
    private static long due(
            List<NaiveFigures.Moment> moments,
            Function<NaiveFigures.Moment, LocalDate> today,
            BiPredicate<LocalDate, LocalDate> counts) {
        return moments.stream()
                .filter(moment -> {
                    var due = moment.dueOn();
                    return due != null && counts.test(due, today.apply(moment));
                })
                .count();
    }

    private static ByCategory categories(Map<Category, Long> counts) {
        return new ByCategory(
                counts.getOrDefault(Category.TODO, 0L),
                counts.getOrDefault(Category.DOING, 0L),
                counts.getOrDefault(Category.WAITING, 0L),
                counts.getOrDefault(Category.DONE, 0L),
                counts.getOrDefault(Category.DROPPED, 0L));
    }

    /** All streams in their own order, interleaved at random. */
    private List<StoredEvent> interleaved(List<UUID> projects) {
        var streams = new ArrayList<List<StoredEvent>>();
        for (var project : projects) {
            streams.add(new ArrayList<>(project(project)));
            for (int number = 1; number <= 15; number++) streams.add(new ArrayList<>(item(project, number)));
        }
        streams.add(team());
        streams.add(company());
        for (var member : members.subList(1, members.size())) streams.add(cycles(member));
        var stored = new ArrayList<StoredEvent>();
        while (!streams.isEmpty()) {
            var stream = one(streams);
            for (int some = 1 + random.nextInt(4); some > 0 && !stream.isEmpty(); some--)
                stored.add(stream.removeFirst());
            if (stream.isEmpty()) streams.remove(stream);
        }
        return stored;
    }

    private List<List<StoredEvent>> inBatches(List<StoredEvent> stored) {
        var batches = new ArrayList<List<StoredEvent>>();
        for (int from = 0; from < stored.size(); ) {
            int to = Math.min(stored.size(), from + 1 + random.nextInt(80));
            batches.add(stored.subList(from, to));
            from = to;
        }
        return batches;
    }

    private List<StoredEvent> project(UUID id) {
        var stored = new ArrayList<StoredEvent>();
        var project = new ProjectId(id);
        stored.add(new StoredEvent(
                id,
                0,
                START,
                new ProjectStarted(project, "P" + id.getLeastSignificantBits(), "P", "", Visibility.OPEN)));
        var instants = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(_ -> instant())
                .distinct()
                .toList();
        var before = Set.<String>of();
        var known = new java.util.HashSet<String>();
        for (var at : instants.stream().sorted().toList()) {
            var kept = STATUSES.stream().filter(_ -> random.nextInt(4) > 0).toList();
            if (kept.isEmpty()) kept = STATUSES;
            if (known.isEmpty()) kept = STATUSES;
            known.addAll(kept);
            var statuses = kept.stream()
                    .map(status -> new Status(status, one(List.of(status, "x")), one(List.of(Category.values()))))
                    .toList();
            var now = List.copyOf(kept);
            var successors = before.stream()
                    .filter(status -> !now.contains(status))
                    .collect(Collectors.toMap(status -> status, _ -> one(now)));
            stored.add(new StoredEvent(id, stored.size(), at, new WorkflowDefined(project, statuses, successors)));
            before = Set.copyOf(kept);
        }
        return stored;
    }

    /** Members join and leave, also at the very instants of events of items. */
    private List<StoredEvent> team() {
        var stored = new ArrayList<StoredEvent>();
        stored.add(new StoredEvent(TEAM.value(), 0, START, new TeamFormed(TEAM, "Team", members.getFirst())));
        var inside = new java.util.HashSet<>(Set.of(members.getFirst()));
        for (var at : Stream.generate(this::instant).limit(8).sorted().toList()) {
            var member = one(members);
            stored.add(new StoredEvent(
                    TEAM.value(),
                    stored.size(),
                    at,
                    inside.remove(member) ? new LeftTeam(TEAM, member) : new JoinedTeam(TEAM, member)));
            if (stored.getLast().event() instanceof JoinedTeam) inside.add(member);
        }
        return stored;
    }

    /** The company changes its zone, rarely. */
    private List<StoredEvent> company() {
        var stored = new ArrayList<StoredEvent>();
        for (var at :
                Stream.generate(this::instant).limit(random.nextInt(3)).sorted().toList())
            stored.add(new StoredEvent(COMPANY, stored.size(), at, new CompanyZoneSet(COMPANY, one(ZONES))));
        return stored;
    }

    private List<StoredEvent> cycles(MemberId member) {
        var stored = new ArrayList<StoredEvent>();
        for (int more = random.nextInt(3); more > 0; more--) {
            var from = LocalDate.ofInstant(instant(), ZoneId.of("UTC"));
            var cycle = new WorkCycleSet(
                    member, from, from, 14, List.of(DayOfWeek.MONDAY), BigDecimal.valueOf(8), one(ZONES));
            stored.removeIf(
                    earlier -> ((WorkCycleSet) earlier.event()).effectiveFrom().equals(from));
            stored.add(new StoredEvent(member.value(), stored.size(), START, cycle));
        }
        return stored;
    }

    private List<StoredEvent> item(UUID project, int number) {
        var id = new UUID(project.getLeastSignificantBits() + 10, number);
        var item = new ItemId(id);
        var stored = new ArrayList<StoredEvent>();
        stored.add(new StoredEvent(
                id,
                0,
                instant(),
                new ItemOpened(
                        item,
                        new ProjectId(project),
                        number,
                        null,
                        one(List.of(Kind.values())),
                        "Title",
                        "",
                        random.nextBoolean() ? null : one(STATUSES),
                        null,
                        random.nextBoolean() ? null : one(members),
                        Priority.NONE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null)));
        for (int more = random.nextInt(14); more > 0; more--)
            stored.add(new StoredEvent(id, stored.size(), instant(), change(item)));
        return stored;
    }

    private ItemEvent change(ItemId item) {
        return switch (random.nextInt(16)) {
            case 0 -> new ItemAssigned(item, null, null);
            case 1, 2, 3 -> new ItemAssigned(item, null, one(members));
            case 4 -> new ItemReclassified(item, Kind.TASK, one(List.of(Kind.values())));
            case 5 -> new ItemResolved(item, null, one(List.of("Fixed", "WON'T FIX", "duplicate")));
            case 6 -> new ItemDeleted(item);
            case 7 -> new ItemRestored(item);
            case 8 -> new ItemRenamed(item, "", "Title " + random.nextInt());
            case 9 -> new ItemPrioritised(item, Priority.NONE, one(List.of(Priority.values())));
            case 10 -> new ItemDueScheduled(item, null, LocalDate.ofInstant(instant(), ZoneId.of("UTC")));
            default -> new ItemMoved(item, null, one(STATUSES));
        };
    }

    private Instant instant() {
        return START.plus(Duration.ofHours(6L * random.nextInt(QUARTER_DAYS)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
