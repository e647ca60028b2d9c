package ilgam.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.Kind;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.Status;

/**
 * The definitions of the figures in the simplest form: every query replays every event. Slow, and shares no code with
 * what it checks.
 */
final class NaiveFigures {

    /** The state of an item from an instant on. */
    record Moment(
            Instant at,
            @Nullable String status,
            String statusName,
            Category category,
            @Nullable UUID assignee,
            Kind kind,
            @Nullable LocalDate dueOn,
            @Nullable String resolution,
            boolean deleted) {}

    /** A finished item. */
    record Finished(
            String number, Instant openedAt, @Nullable Instant doingAt, Instant doneAt) {

        long leadSeconds() {
            return Duration.between(openedAt, doneAt).toSeconds();
        }

        Optional<Long> cycleSeconds() {
            return Optional.ofNullable(doingAt)
                    .map(start -> Duration.between(start, doneAt).toSeconds());
        }
    }

    private record Story(ItemOpened opening, List<Moment> moments) {

        Optional<Moment> at(Instant instant) {
            return moments.stream()
                    .filter(moment -> !moment.at().isAfter(instant))
                    .reduce((_, later) -> later);
        }

        Instant openedAt() {
            return moments.getFirst().at();
        }
    }

    private final List<Story> stories = new ArrayList<>();
    private final List<StoredEvent> teamEvents;
    private final List<StoredEvent> zones;
    private final List<WorkCycleSet> cycles;

    NaiveFigures(Collection<StoredEvent> events) {
        teamEvents = events.stream()
                .filter(stored -> stored.event() instanceof TeamEvent)
                .sorted(Comparator.comparingLong(StoredEvent::sequence))
                .toList();
        zones = events.stream()
                .filter(stored -> stored.event() instanceof CompanyZoneSet)
                .sorted(Comparator.comparingLong(StoredEvent::sequence))
                .toList();
        cycles = events.stream()
                .filter(stored -> stored.event() instanceof WorkCycleSet)
                .map(stored -> (WorkCycleSet) stored.event())
                .sorted(Comparator.comparing(WorkCycleSet::effectiveFrom))
                .toList();
        var workflows = new HashMap<UUID, List<StoredEvent>>();
        var items = new HashMap<UUID, List<StoredEvent>>();
        for (var stored : events) {
            if (stored.event() instanceof WorkflowDefined)
                workflows
                        .computeIfAbsent(stored.aggregate(), _ -> new ArrayList<>())
                        .add(stored);
            if (stored.event() instanceof ItemEvent)
                items.computeIfAbsent(stored.aggregate(), _ -> new ArrayList<>())
                        .add(stored);
        }
        var inTime = Comparator.comparing(StoredEvent::occurredAt).thenComparingLong(StoredEvent::sequence);
        workflows.values().forEach(definitions -> definitions.sort(inTime));
        for (var story : items.values()) {
            story.sort(Comparator.<StoredEvent, Boolean>comparing(stored -> !(stored.event() instanceof ItemOpened))
                    .thenComparing(inTime));
            var opening = (ItemOpened) story.getFirst().event();
            stories.add(new Story(
                    opening,
                    replay(story, workflows.getOrDefault(opening.project().value(), List.of()))));
        }
    }

    private static List<Moment> replay(List<StoredEvent> story, List<StoredEvent> definitions) {
        var moments = new ArrayList<Moment>();
        var openedAt = story.getFirst().occurredAt();
        var workflow = definitions.stream()
                .map(stored -> (WorkflowDefined) stored.event())
                .toList();
        int now = 0;
        for (int next = 0; next < story.size(); next++) {
            var stored = story.get(next);
            var at = stored.occurredAt().isBefore(openedAt) ? openedAt : stored.occurredAt();
            while (now + 1 < workflow.size()
                    && !definitions.get(now + 1).occurredAt().isAfter(at)) {
                now++;
                redefine(moments, workflow, now, definitions.get(now).occurredAt(), at);
            }
            moments.add(apply(stored.event(), at, moments.isEmpty() ? null : moments.getLast(), workflow, now));
        }
        while (now + 1 < workflow.size()) {
            now++;
            redefine(moments, workflow, now, definitions.get(now).occurredAt(), Instant.MAX);
        }
        return moments;
    }

    /** A definition at the very instant of an event applies to that event only. */
    private static void redefine(
            List<Moment> moments, List<WorkflowDefined> workflow, int now, Instant at, Instant nextEvent) {
        if (moments.isEmpty()) return;
        var last = moments.getLast();
        var forwarded = moment(
                at,
                last.status(),
                last.assignee(),
                last.kind(),
                last.dueOn(),
                last.resolution(),
                last.deleted(),
                workflow,
                now);
        if (at.isBefore(nextEvent)) moments.add(forwarded);
        else if (!Objects.equals(forwarded.status(), last.status()))
            moments.set(
                    moments.size() - 1,
                    new Moment(
                            last.at(),
                            forwarded.status(),
                            last.statusName(),
                            last.category(),
                            last.assignee(),
                            last.kind(),
                            last.dueOn(),
                            last.resolution(),
                            last.deleted()));
    }

    private static Moment apply(
            Object event, Instant at, @Nullable Moment before, List<WorkflowDefined> workflow, int now) {
        if (event instanceof ItemOpened it)
            return moment(
                    at, it.status(), id(it.assignee()), it.kind(), it.dueOn(), it.resolution(), false, workflow, now);
        var b = Objects.requireNonNull(before);
        return moment(
                at,
                event instanceof ItemMoved it ? it.to() : b.status(),
                event instanceof ItemAssigned it ? id(it.to()) : b.assignee(),
                event instanceof ItemReclassified it ? it.to() : b.kind(),
                event instanceof ItemDueScheduled it ? it.to() : b.dueOn(),
                event instanceof ItemResolved it ? it.to() : b.resolution(),
                event instanceof ItemDeleted || (!(event instanceof ItemRestored) && b.deleted()),
                workflow,
                now);
    }

    private static Moment moment(
            Instant at,
            @Nullable String status,
            @Nullable UUID assignee,
            Kind kind,
            @Nullable LocalDate dueOn,
            @Nullable String resolution,
            boolean deleted,
            List<WorkflowDefined> workflow,
            int now) {
        if (status == null)
            return new Moment(at, null, "none", Category.TODO, assignee, kind, dueOn, resolution, deleted);
        var current = forwarded(status, workflow, now);
        var meaning = meaning(current, workflow, now);
        return new Moment(
                at,
                current,
                meaning.map(Status::name).orElse(current),
                meaning.map(Status::category).orElse(Category.TODO),
                assignee,
                kind,
                dueOn,
                resolution,
                deleted);
    }

    private static String forwarded(String status, List<WorkflowDefined> workflow, int now) {
        var current = status;
        for (int hops = 0; hops < 20; hops++) {
            String successor = null;
            for (int definition = 0; definition <= now && !workflow.isEmpty(); definition++) {
                if (find(current, workflow.get(definition)).isPresent()) successor = null;
                else if (workflow.get(definition).successors().containsKey(current))
                    successor = workflow.get(definition).successors().get(current);
            }
            if (successor == null) return current;
            current = successor;
        }
        return current;
    }

    private static Optional<Status> meaning(String status, List<WorkflowDefined> workflow, int now) {
        for (int definition = Math.min(now, workflow.size() - 1); definition >= 0; definition--) {
            var found = find(status, workflow.get(definition));
            if (found.isPresent()) return found;
        }
        return workflow.stream().flatMap(it -> find(status, it).stream()).findFirst();
    }

    private static Optional<Status> find(String status, WorkflowDefined definition) {
        return definition.statuses().stream()
                .filter(it -> it.id().equals(status))
                .findFirst();
    }

    private static @Nullable UUID id(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    BiPredicate<Moment, Instant> scope(@Nullable UUID member, @Nullable UUID team, @Nullable Kind kind) {
        return (moment, instant) -> (member == null || member.equals(moment.assignee()))
                && (team == null || isIn(team, moment.assignee(), instant))
                && (kind == null || kind == moment.kind());
    }

    private boolean isIn(UUID team, @Nullable UUID member, Instant instant) {
        var inside = false;
        for (var stored : teamEvents) {
            if (!stored.aggregate().equals(team) || stored.occurredAt().isAfter(instant)) continue;
            inside = switch (stored.event()) {
                case TeamFormed formed -> formed.lead().value().equals(member);
                case JoinedTeam joined -> inside || joined.member().value().equals(member);
                case LeftTeam left -> inside && !left.member().value().equals(member);
                default -> inside;
            };
        }
        return inside;
    }

    /** The company's time zone at an instant. */
    ZoneId company(Instant at) {
        if (zones.isEmpty()) return ZoneId.of("UTC");
        var zone = (CompanyZoneSet) zones.getFirst().event();
        for (var stored : zones) if (!stored.occurredAt().isAfter(at)) zone = (CompanyZoneSet) stored.event();
        return ZoneId.of(zone.timeZone());
    }

    /** The day for a member, or for unassigned items. */
    LocalDate today(@Nullable UUID member, Instant at) {
        var zone = company(at);
        for (var cycle : cycles) {
            var there = ZoneId.of(cycle.timeZone());
            if (cycle.member().value().equals(member) && !cycle.effectiveFrom().isAfter(LocalDate.ofInstant(at, there)))
                zone = there;
        }
        return LocalDate.ofInstant(at, zone);
    }

    Map<Category, Long> byCategory(Set<UUID> projects, BiPredicate<Moment, Instant> scope, Instant at) {
        var counts = new EnumMap<Category, Long>(Category.class);
        present(projects, scope, at).forEach(moment -> counts.merge(moment.category(), 1L, Long::sum));
        return counts;
    }

    Map<String, Long> byStatus(Set<UUID> projects, BiPredicate<Moment, Instant> scope, Instant at) {
        var counts = new TreeMap<String, Long>();
        present(projects, scope, at).forEach(moment -> counts.merge(moment.statusName(), 1L, Long::sum));
        return counts;
    }

    List<Moment> present(Set<UUID> projects, BiPredicate<Moment, Instant> scope, Instant at) {
        return stories.stream()
                .filter(story -> projects.contains(story.opening().project().value()))
                .flatMap(story -> story.at(at).stream())
                .filter(moment -> !moment.deleted())
                .filter(moment -> scope.test(moment, at))
                .toList();
    }

    List<Instant> created(
            Set<UUID> projects, BiPredicate<Moment, Instant> scope, Instant from, Instant to, Instant at) {
        return stories.stream()
                .filter(story -> projects.contains(story.opening().project().value()))
                .filter(story -> story.at(at)
                        .filter(now -> !now.deleted())
                        .filter(now -> scope.test(now, at))
                        .isPresent())
                .map(Story::openedAt)
                .filter(opened -> !opened.isBefore(from) && !opened.isAfter(to))
                .toList();
    }

    List<Finished> finished(
            Set<UUID> projects,
            BiPredicate<Moment, Instant> scope,
            Instant from,
            Instant to,
            Instant at,
            boolean delivered) {
        var nothing = Set.of(
                "duplicate", "invalid", "won't fix", "won't do", "cannot reproduce", "not our bug", "incomplete");
        var finished = new ArrayList<Finished>();
        for (var story : stories) {
            if (!projects.contains(story.opening().project().value())) continue;
            var moments = story.moments().stream()
                    .filter(moment -> !moment.at().isAfter(at))
                    .toList();
            if (moments.isEmpty()) continue;
            var now = moments.getLast();
            if (now.deleted() || now.category() != Category.DONE) continue;
            if (delivered
                    && now.resolution() != null
                    && nothing.contains(now.resolution().toLowerCase(java.util.Locale.ROOT))) continue;
            int first = moments.size() - 1;
            while (first > 0 && moments.get(first - 1).category() == Category.DONE) first--;
            var doneAt = moments.get(first).at();
            if (doneAt.isBefore(from) || doneAt.isAfter(to)) continue;
            if (!scope.test(story.at(doneAt).orElseThrow(), doneAt)) continue;
            var doing = moments.stream()
                    .filter(moment -> moment.category() == Category.DOING)
                    .findFirst();
            finished.add(new Finished(
                    Long.toString(story.opening().number()),
                    story.openedAt(),
                    doing.map(Moment::at).orElse(null),
                    doneAt));
        }
        return finished;
    }

    static Map<String, Long> perWeek(List<Instant> instants, ZoneId zone) {
        var weeks = new TreeMap<String, Long>();
        for (var instant : instants) {
            var day = instant.atZone(zone).toLocalDate();
            var week = "%d-W%02d"
                    .formatted(day.get(WeekFields.ISO.weekBasedYear()), day.get(WeekFields.ISO.weekOfWeekBasedYear()));
            weeks.merge(week, 1L, Long::sum);
        }
        return weeks;
    }

    static Map<String, Long> percentiles(List<Long> durations) {
        var sorted = durations.stream().sorted().toList();
        var percentiles = new TreeMap<String, Long>();
        if (!sorted.isEmpty())
            for (int percent : new int[] {50, 70, 85, 95})
                percentiles.put(
                        Integer.toString(percent), sorted.get((int) Math.ceil(percent * sorted.size() / 100.0) - 1));
        return percentiles;
    }
}
