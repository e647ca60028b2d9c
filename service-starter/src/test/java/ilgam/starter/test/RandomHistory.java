package ilgam.starter.test;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.Metadata;

/**
 * Events with random values in a random order: some live, some imported, which happened whenever they like. A context says
 * which streams there are, which values fit each other, and what cannot happen.
 *
 * <pre>{@code
 * RandomHistory.ofAnySeed()
 *         .live(5, TeamEvent.class, TeamFormed.class)
 *         .imported(10, ItemEvent.class, ItemOpened.class)
 *         .with(ItemOpened.class, "number", numbers::incrementAndGet)
 *         .possible(event -> event instanceof PersonMerged it && it.member().equals(it.into()) ? null : event)
 *         .tell(store, 500);
 * }</pre>
 */
public final class RandomHistory {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int HOURS = 24 * 20;
    private static final int LONGEST_BATCH = 40;
    private static final int LONGEST_RUN = 4;
    private static final int VALUES = 5;
    private static final int SELDOM = 30;
    private static final int MOST = 10;

    /** An aggregate with events. */
    private record Subject(
            UUID id,
            String aggregate,
            String accessor,
            List<Class<?>> openings,
            List<Class<?>> events,
            boolean imported) {}

    /** An event of a subject. */
    private record Entry(Subject subject, Object event, Map<String, String> metadata) {}

    private final long seed;
    private final Random random;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<String, Integer> identities = new HashMap<>();
    private final Map<String, Supplier<?>> values = new HashMap<>();
    private final Map<Subject, Instant> latest = new HashMap<>();
    private final Set<Class<?>> seldom = new HashSet<>();
    private final Map<UUID, Object> untouched = new HashMap<>();
    private final Set<Class<?>> appended = new HashSet<>();
    private Function<Object, @Nullable Object> possible = event -> event;
    private String actors = "";

    private RandomHistory(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** A random seed, unless {@code -Dilgam.seed} names one. */
    public static RandomHistory ofAnySeed() {
        return new RandomHistory(Long.getLong("ilgam.seed", System.nanoTime()));
    }

    /** How to repeat this history. */
    @Override
    public String toString() {
        return "-Dilgam.seed=" + seed;
    }

    /**
     * Adds subjects with events in the order of their streams.
     *
     * @param openings possible first events of a stream; none: any event
     */
    public RandomHistory live(int subjects, Class<?> events, Class<?>... openings) {
        return subjects(subjects, events, false, openings);
    }

    /** Adds subjects half of whose events come from imports and happened at any time. */
    public RandomHistory imported(int subjects, Class<?> events, Class<?>... openings) {
        return subjects(subjects, events, true, openings);
    }

    private RandomHistory subjects(int count, Class<?> events, boolean imported, Class<?>... openings) {
        var accessor = events.getDeclaredMethods()[0];
        var identity = nameOf(accessor.getReturnType(), accessor.getName());
        var aggregates = identities.putIfAbsent(identity, count) == null ? "" : events.getSimpleName() + "-";
        var others =
                leaves(events).filter(leaf -> !List.of(openings).contains(leaf)).toList();
        for (var id : ids(identity))
            subjects.add(new Subject(id, aggregates + id, accessor.getName(), List.of(openings), others, imported));
        return this;
    }

    /** Values for a component of this event, or of a record within one. */
    public RandomHistory with(Class<?> record, String component, Supplier<?> value) {
        values.put(record.getName() + "." + component, value);
        return this;
    }

    /** Takes the values from this list. */
    public RandomHistory with(Class<?> record, String component, List<?> of) {
        return with(record, component, () -> one(of));
    }

    /** Adjusts every event; null means that it cannot happen, and another one is tried. */
    public RandomHistory possible(Function<Object, @Nullable Object> event) {
        possible = event;
        return this;
    }

    /** Events that happen to few subjects, because they end most of what can happen. */
    public RandomHistory seldom(Class<?>... events) {
        seldom.addAll(List.of(events));
        return this;
    }

    /** Adds a stream with this one event, so that its rows exist whatever happens to the others. */
    public RandomHistory untouched(UUID aggregate, Object opening) {
        untouched.put(aggregate, opening);
        return this;
    }

    /** Actors of the events. */
    public RandomHistory by(Class<?> identity) {
        actors = nameOf(identity, "");
        return this;
    }

    /** All concrete events of a sealed interface, or the one event. */
    static Stream<Class<?>> leaves(Class<?> events) {
        return events.isSealed()
                ? Arrays.stream(events.getPermittedSubclasses()).flatMap(RandomHistory::leaves)
                : Stream.of(events);
    }

    /**
     * Appends this number of events in batches of random size, and more until there is one of each kind; returns the
     * kinds.
     */
    public Set<Class<?>> tell(EventStore store, int events) {
        var batch = new ArrayList<Entry>();
        var kinds = subjects.stream()
                .flatMap(subject -> Stream.concat(subject.openings().stream(), subject.events().stream()))
                .collect(Collectors.toSet());
        for (int count = 0; count < events || (count < MOST * events && !appended.containsAll(kinds)); ) {
            var subject = one(subjects);
            for (int run = 1 + random.nextInt(LONGEST_RUN); run > 0; run--, count++) batch.add(next(subject));
            if (random.nextInt(LONGEST_BATCH) < batch.size()) append(store, batch);
        }
        untouched.forEach((aggregate, opening) -> batch.add(alone(aggregate, opening)));
        append(store, batch);
        return appended;
    }

    private static Entry alone(UUID aggregate, Object opening) {
        var subject = new Subject(aggregate, aggregate.toString(), "", List.of(), List.of(), false);
        return new Entry(subject, opening, Map.of(Metadata.OCCURRED_AT, START.toString(), Metadata.SOURCE, "web"));
    }

    private Entry next(Subject subject) {
        var opens = !latest.containsKey(subject) && !subject.openings().isEmpty();
        Object event = null;
        while (event == null) {
            var kind = one(opens ? subject.openings() : subject.events());
            if (!seldom.contains(kind) || random.nextInt(SELDOM) == 0) event = possible.apply(record(kind, subject));
        }
        appended.add(event.getClass());
        var imported = subject.imported() && random.nextBoolean();
        var at = START.plus(Duration.ofHours(random.nextInt(HOURS)));
        var last = latest.getOrDefault(subject, START);
        if (!imported && at.isBefore(last)) at = last;
        latest.put(subject, at.isAfter(last) ? at : last);
        var metadata = new HashMap<>(Map.of(
                Metadata.OCCURRED_AT, at.toString(), Metadata.SOURCE, imported ? "import:" + new UUID(0, 1) : "web"));
        if (!actors.isEmpty() && random.nextInt(4) > 0)
            metadata.put(Metadata.ACTOR, one(ids(actors)).toString());
        return new Entry(subject, event, metadata);
    }

    /** Appends a batch; policies may append to the same streams meanwhile. */
    private static void append(EventStore store, List<Entry> batch) {
        while (!batch.isEmpty())
            try {
                var last = new HashMap<String, Long>();
                store.publish(batch.stream()
                        .map(one -> {
                            var aggregate = one.subject().aggregate();
                            var sequence = last.computeIfAbsent(
                                            aggregate,
                                            it -> store.lastSequenceNumberFor(it)
                                                    .orElse(-1L))
                                    + 1;
                            last.put(aggregate, sequence);
                            return new GenericDomainEventMessage<>(
                                    "Test", aggregate, sequence, one.event(), one.metadata());
                        })
                        .toList());
                batch.clear();
            } catch (ConcurrencyException _) {
                // // the policy's append came first
            }
    }

    private Object record(Class<?> type, @Nullable Subject subject) {
        var components = type.getRecordComponents();
        try {
            return constructor(type)
                    .newInstance(Arrays.stream(components)
                            .map(component -> component(type, component, subject))
                            .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("No " + type, impossible);
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws ReflectiveOperationException {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private @Nullable Object component(Class<?> of, RecordComponent component, @Nullable Subject subject) {
        var raw = component.getType();
        if (subject != null && component.getName().equals(subject.accessor())) return identity(raw, subject.id());
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) return null;
        var given = values.get(of.getName() + "." + component.getName());
        return given == null ? value(component.getName(), component.getGenericType()) : given.get();
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) return collection(name, generic);
        var raw = (Class<?>) type;
        if (isIdentity(raw)) return identity(raw, one(ids(nameOf(raw, name))));
        if (raw.isEnum()) return one(List.of(raw.getEnumConstants()));
        if (raw.isRecord()) return record(raw, null);
        if (raw == String.class) return name + " " + random.nextInt(VALUES);
        if (raw == LocalDate.class) return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(40));
        if (raw == BigDecimal.class) return new BigDecimal(1 + random.nextInt(8));
        if (raw == int.class) return 1 + random.nextInt(28);
        throw new AssertionError("There are no random values of " + raw + " yet.");
    }

    private Object collection(String name, ParameterizedType type) {
        var of = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) return Map.of();
        return IntStream.range(0, random.nextInt(VALUES))
                .mapToObj(_ -> value(name, of[0]))
                .distinct()
                .collect(Collectors.toList());
    }

    private static boolean isIdentity(Class<?> type) {
        if (type == UUID.class) return true;
        var components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == UUID.class;
    }

    private static String nameOf(Class<?> identity, String component) {
        return identity == UUID.class ? component : identity.getSimpleName();
    }

    private static Object identity(Class<?> type, UUID id) {
        try {
            return type == UUID.class ? id : constructor(type).newInstance(id);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("No " + type, impossible);
        }
    }

    private List<UUID> ids(String identity) {
        return IntStream.range(0, identities.getOrDefault(identity, VALUES))
                .mapToObj(number -> UUID.nameUUIDFromBytes(
                        "%s %d of %d".formatted(identity, number, seed).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
