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

import ilgam.dashboard.calendar.Days;
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

/** Random histories, told in random order: the figures must be those of the naive model. */
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
    void figures_are_those_of_the_naive_model_in_whatever_order_histories_arrive(long seed) {
        random.setSeed(seed);
        var projects = List.of(new UUID(2, 1), new UUID(2, 2));
        var told = interleaved(projects);
        var naive = new NaiveFigures(told);
        try (var dashboard = new Dashboard(DATABASE)) {
            dashboard.forget();
            inBatches(told).forEach(dashboard::take);
            for (int question = 0; question < 12; question++) ask(dashboard, naive, projects);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_size_of_batches_repeats_and_a_rebuild_change_no_row(long seed) {
        random.setSeed(seed);
        var told = interleaved(List.of(new UUID(2, 1)));
        try (var dashboard = new Dashboard(DATABASE)) {
            dashboard.forget();
            dashboard.take(told);
            var atOnce = rows();
            inBatches(told).forEach(dashboard::take);
            assertThat(rows()).as("told twice").isEqualTo(atOnce);
            dashboard.forget();
            assertThat(rows().get("span")).isEmpty();
            told.forEach(one -> dashboard.take(List.of(one)));
            assertThat(rows()).as("one by one").isEqualTo(atOnce);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_a_person_had_is_the_members_whom_they_turned_out_to_be(long seed) {
        random.setSeed(seed);
        var person = members.get(0);
        var into = members.get(1);
        var told = interleaved(List.of(new UUID(2, 1)));
        var merged = new ArrayList<>(told);
        merged.add(
                random.nextInt(told.size()),
                new Told(person.value(), 1, instant(), new PersonMerged(person, new MemberId(new UUID(1, 9)))));
        merged.add(new Told(new UUID(1, 9), 1, instant(), new PersonMerged(new MemberId(new UUID(1, 9)), into)));
        merged.add(new Told(into.value(), 1, instant(), new MemberDeactivated(into)));
        merged.add(new Told(into.value(), 2, instant(), new MemberErased(into)));
        try (var dashboard = new Dashboard(DATABASE)) {
            dashboard.forget();
            dashboard.take(told.stream().map(one -> ofMember(one, person, into)).toList());
            var expected = rows();
            dashboard.forget();
            inBatches(merged).forEach(dashboard::take);
            assertThat(rows()).as("as it happened").isEqualTo(expected);
            dashboard.forget();
            dashboard.take(merged);
            assertThat(rows()).as("made again").isEqualTo(expected);
        }
    }

    @Test
    void of_titles_from_before_the_opening_the_last_one_counts_however_batches_are_cut() {
        var told = new ArrayList<>(
                ToldWork.item(new UUID(2, 1), 1, "02T09:00", members.getFirst().value()));
        var item = new ItemId(told.getFirst().aggregate());
        told.add(new Told(item.value(), 2, ToldWork.at("01T12:00"), new ItemRenamed(item, "", "Earlier")));
        told.add(new Told(item.value(), 3, ToldWork.at("01T10:00"), new ItemRenamed(item, "", "Later")));
        try (var dashboard = new Dashboard(DATABASE)) {
            for (var batches : List.of(
                    List.of(told),
                    List.of(told.subList(0, 2), told.subList(2, 4)),
                    List.of(told.subList(0, 3), told.subList(3, 4)))) {
                dashboard.forget();
                batches.forEach(dashboard::take);
                assertThat(rows().get("item"))
                        .extracting(row -> row.get("title"))
                        .containsExactly("Later");
            }
        }
    }

    /** The same, had it been the member from the beginning. */
    private static Told ofMember(Told told, MemberId person, MemberId member) {
        var event = switch (told.event()) {
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
        return new Told(told.aggregate(), told.sequence(), told.occurredAt(), event);
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

    private void ask(Dashboard dashboard, NaiveFigures naive, List<UUID> projects) {
        var chosen = random.nextBoolean() ? projects : List.of(projects.get(random.nextInt(projects.size())));
        @Nullable UUID member = random.nextBoolean() ? null : one(members).value();
        @Nullable UUID team = random.nextBoolean() ? null : TEAM.value();
        @Nullable Kind kind = random.nextInt(3) > 0 ? null : one(List.of(Kind.values()));
        var at = random.nextBoolean() ? START.plus(Duration.ofDays(400)) : instant();
        @Nullable ZoneId asked = random.nextBoolean() ? null : ZoneId.of(one(ZONES));
        var zone = dashboard.get(Days.class).zone(at, asked);
        if (asked == null) assertThat(zone).isEqualTo(naive.company(at));
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
                .of(scope, dashboard.get(Days.class).at(at, asked));
        var open = naive.present(set, in, at).stream()
                .filter(moment ->
                        Set.of(Category.TODO, Category.DOING, Category.WAITING).contains(moment.category()))
                .toList();
        assertThat(summary.open()).isEqualTo(open.size());
        Function<NaiveFigures.Moment, LocalDate> today =
                moment -> asked == null ? naive.today(moment.assignee(), at) : LocalDate.ofInstant(at, asked);
        assertThat(summary.overdue()).isEqualTo(due(open, today, (due, day) -> due.isBefore(day)));
        assertThat(summary.dueThisWeek()).isEqualTo(due(open, today, (due, day) -> {
            var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return !due.isBefore(monday) && due.isBefore(monday.plusDays(7));
        }));
        assertThat(summary.oldest()).hasSize(Math.min(10, open.size()));
    }

    /** How many are due on a day that counts on the day that it is for each. */
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

    /** All streams in their own order, mixed at random. */
    private List<Told> interleaved(List<UUID> projects) {
        var streams = new ArrayList<List<Told>>();
        for (var project : projects) {
            streams.add(new ArrayList<>(project(project)));
            for (int number = 1; number <= 15; number++) streams.add(new ArrayList<>(item(project, number)));
        }
        streams.add(team());
        streams.add(company());
        for (var member : members.subList(1, members.size())) streams.add(cycles(member));
        var told = new ArrayList<Told>();
        while (!streams.isEmpty()) {
            var stream = one(streams);
            for (int some = 1 + random.nextInt(4); some > 0 && !stream.isEmpty(); some--)
                told.add(stream.removeFirst());
            if (stream.isEmpty()) streams.remove(stream);
        }
        return told;
    }

    private List<List<Told>> inBatches(List<Told> told) {
        var batches = new ArrayList<List<Told>>();
        for (int from = 0; from < told.size(); ) {
            int to = Math.min(told.size(), from + 1 + random.nextInt(80));
            batches.add(told.subList(from, to));
            from = to;
        }
        return batches;
    }

    private List<Told> project(UUID id) {
        var told = new ArrayList<Told>();
        var project = new ProjectId(id);
        told.add(new Told(
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
            told.add(new Told(id, told.size(), at, new WorkflowDefined(project, statuses, successors)));
            before = Set.copyOf(kept);
        }
        return told;
    }

    /** Members join and leave it, also at the very instants at which something happens to items. */
    private List<Told> team() {
        var told = new ArrayList<Told>();
        told.add(new Told(TEAM.value(), 0, START, new TeamFormed(TEAM, "Team", members.getFirst())));
        var inside = new java.util.HashSet<>(Set.of(members.getFirst()));
        for (var at : Stream.generate(this::instant).limit(8).sorted().toList()) {
            var member = one(members);
            told.add(new Told(
                    TEAM.value(),
                    told.size(),
                    at,
                    inside.remove(member) ? new LeftTeam(TEAM, member) : new JoinedTeam(TEAM, member)));
            if (told.getLast().event() instanceof JoinedTeam) inside.add(member);
        }
        return told;
    }

    /** It moves, as seldom as companies do. */
    private List<Told> company() {
        var told = new ArrayList<Told>();
        for (var at :
                Stream.generate(this::instant).limit(random.nextInt(3)).sorted().toList())
            told.add(new Told(COMPANY, told.size(), at, new CompanyZoneSet(COMPANY, one(ZONES))));
        return told;
    }

    private List<Told> cycles(MemberId member) {
        var told = new ArrayList<Told>();
        for (int more = random.nextInt(3); more > 0; more--) {
            var from = LocalDate.ofInstant(instant(), ZoneId.of("UTC"));
            var cycle = new WorkCycleSet(
                    member, from, from, 14, List.of(DayOfWeek.MONDAY), BigDecimal.valueOf(8), one(ZONES));
            told.removeIf(
                    earlier -> ((WorkCycleSet) earlier.event()).effectiveFrom().equals(from));
            told.add(new Told(member.value(), told.size(), START, cycle));
        }
        return told;
    }

    private List<Told> item(UUID project, int number) {
        var id = new UUID(project.getLeastSignificantBits() + 10, number);
        var item = new ItemId(id);
        var told = new ArrayList<Told>();
        told.add(new Told(
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
            told.add(new Told(id, told.size(), instant(), change(item)));
        return told;
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
