package ilgam.starter.test;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Sample values of a record, always the same: with all fields, with every constant once, and with as few fields as
 * allowed.
 */
final class Samples {

    /** Selects one of several constants or subtypes. */
    private final int turn;

    private final boolean least;
    private int most = 1;

    private Samples(int turn, boolean least) {
        this.turn = turn;
        this.least = least;
    }

    static List<Object> of(Class<?> type) {
        var first = new Samples(0, false);
        var samples = new ArrayList<>();
        samples.add(first.record(type));
        IntStream.range(1, first.most)
                .mapToObj(turn -> new Samples(turn, false).record(type))
                .forEach(samples::add);
        var least = new Samples(0, true).record(type);
        if (!samples.contains(least)) samples.add(least);
        return samples;
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(this::component).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("No sample of " + type, impossible);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return least && mayBeNull ? null : value(component.getName(), component.getGenericType());
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) return collection(name, generic);
        var raw = (Class<?>) type;
        if (raw.isEnum()) return oneOf(raw.getEnumConstants());
        if (raw.isSealed()) return value(name, oneOf(raw.getPermittedSubclasses()));
        if (raw.isRecord()) return record(raw);
        if (raw == String.class) return least ? "" : name + " 일감";
        if (raw == UUID.class) return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
        if (raw == LocalDate.class) return LocalDate.of(2026, 11, 29);
        if (raw == Instant.class) return Instant.parse("2026-11-29T08:00:00.123456Z");
        if (raw == BigDecimal.class) return new BigDecimal("7.50");
        if (raw == int.class || raw == Integer.class) return least ? 0 : 14;
        if (raw == long.class || raw == Long.class) return least ? 0L : 5_000_000_000L;
        if (raw == boolean.class || raw == Boolean.class) return !least;
        throw new AssertionError("There is no sample of " + raw + " yet.");
    }

    private Object collection(String name, ParameterizedType type) {
        var of = type.getActualTypeArguments();
        var raw = (Class<?>) type.getRawType();
        if (raw == Map.class) return least ? Map.of() : map(value(name + " key", of[0]), value(name, of[1]));
        if (least) return raw == Set.class ? Set.of() : List.of();
        var all = of[0] instanceof Class<?> each && each.isEnum()
                ? List.of(each.getEnumConstants())
                : List.of(value(name, of[0]));
        return raw == Set.class ? Set.of(all.getFirst()) : all;
    }

    private static Map<Object, Object> map(Object key, Object value) {
        var map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    private <T> T oneOf(T[] all) {
        most = Math.max(most, all.length);
        return all[turn % all.length];
    }
}
