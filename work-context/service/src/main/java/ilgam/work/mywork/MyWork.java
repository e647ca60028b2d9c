package ilgam.work.mywork;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.CyclePeriod;
import ilgam.member.replica.Days;
import ilgam.member.replica.WorkCycles;
import ilgam.starter.security.Caller;
import ilgam.work.list.DoneAt;
import ilgam.work.list.ItemView;
import ilgam.work.list.Items;
import ilgam.work.mywork.MyWorkView.Section;
import ilgam.work.projects.Projects;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

/** Finds a member's own work, without archived projects, in which nobody works. */
@Component
public class MyWork {

    private static final int SHOWN = 50;
    private static final Duration RECENT = Duration.ofDays(14);

    private static final String PLACES = """
            with mine as materialized (
                select v.item_id, v.project_id, v.due_on, v.priority, v.from_at, coalesce(s.category, 'TODO') as category,
                    (v.assignee = :caller) is true as held, (v.reporter = :caller) is true as reported
                from item_version v
                join project p on p.id = v.project_id and not p.archived
                left join project_status s
                    on s.project_id = v.project_id and s.status_id = v.status_id and s.to_at = 'infinity'
                where v.to_at = 'infinity' and not v.deleted and (v.assignee = :caller or v.reporter = :caller)
                    and %s
                    and (coalesce(s.category, 'TODO') not in ('DONE', 'DROPPED')
                        or s.category = 'DONE' and greatest(v.from_at, s.from_at) >= :since)),
            placed as (
                select case when due_on < :today then 'overdue' when due_on = :today then 'today'
                        when due_on <= :cycleEnd then 'thisCycle' when due_on is null then 'undated'
                        else 'later' end as section, item_id, due_on as due, priority, null as latest
                from mine where held and category <> 'DONE' and (:always or due_on between :from and :to)
                union all
                select 'reported', item_id, null, null, from_at from mine
                where reported and not held and category <> 'DONE' and (:always or due_on between :from and :to)
                union all
                select 'recentlyDone', item_id, null, null, done.at
                from mine v cross join lateral (%s) done
                where held and category = 'DONE' and done.at >= :since and done.at < :until),
            ordered as (
                select section, item_id, count(*) over (partition by section) as total,
                    row_number() over (partition by section order by due, priority, latest desc, item_id) as place
                from placed)
            select section, item_id, total from ordered where place <= :shown order by section, place""".formatted(Projects.VISIBLE, DoneAt.QUERY);

    private final JdbcClient db;
    private final Items items;
    private final WorkCycles cycles;
    private final Days days;
    private final Clock clock;

    MyWork(JdbcClient db, Items items, WorkCycles cycles, Days days, Clock clock) {
        this.db = db;
        this.items = items;
        this.cycles = cycles;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The caller's work as of now. Days are those of the requested time zone, otherwise of the member's work cycle,
     * otherwise of the company; cycles are the member's own.
     *
     * @param which the cycle whose work is shown: items due and items done in it; null for all open work and recently
     * done items
     */
    public MyWorkView of(Caller caller, @Nullable ZoneId requested, CyclePeriod.@Nullable Which which) {
        var now = clock.instant();
        var rules = cycles.of(caller.member());
        var otherwise = days.zone(now, requested);
        var zone = requested == null ? rules.zone(now, otherwise) : requested;
        var today = LocalDate.ofInstant(now, zone);
        var todayAtHome = rules.today(now, otherwise);
        var present = rules.on(todayAtHome);
        var cycle = which == null ? null : rules.cycle(which, todayAtHome);
        var places = places(caller, today, present.to(), cycle, zone, now);
        var views = items.show(places.stream().map(Placed::item).distinct().toList(), caller, null).stream()
                .collect(toMap(ItemView::id, Function.identity()));
        Function<String, Section> section = name -> {
            var here = places.stream()
                    .filter(place -> place.section().equals(name))
                    .toList();
            return new Section(
                    here.stream()
                            .map(Placed::item)
                            .filter(views::containsKey)
                            .map(views::get)
                            .toList(),
                    here.isEmpty() ? 0 : here.getFirst().total());
        };
        return new MyWorkView(
                today,
                cycle == null ? present : cycle,
                section.apply("overdue"),
                section.apply("today"),
                section.apply("thisCycle"),
                section.apply("later"),
                section.apply("undated"),
                section.apply("reported"),
                section.apply("recentlyDone"));
    }

    private record Placed(String section, UUID item, long total) {}

    private List<Placed> places(
            Caller caller,
            LocalDate today,
            LocalDate cycleEnd,
            @Nullable CyclePeriod requested,
            ZoneId zone,
            Instant now) {
        var since = requested == null ? now.minus(RECENT) : instant(requested.from(), zone);
        var until =
                requested == null ? now.plus(RECENT) : instant(requested.to().plusDays(1), zone);
        return db.sql(PLACES)
                .params(Projects.permissions(caller))
                .param("today", today)
                .param("cycleEnd", cycleEnd)
                .param("always", requested == null)
                .param("from", requested == null ? today : requested.from())
                .param("to", requested == null ? today : requested.to())
                .param("since", since.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("at", OffsetDateTime.MAX)
                .param("shown", SHOWN)
                .query((row, _) -> new Placed(
                        row.getString("section"), row.getObject("item_id", UUID.class), row.getLong("total")))
                .list();
    }

    private static Instant instant(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
