package ilgam.work.list;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import ilgam.work.list.Filter.Due;

/** The condition that an item is due within one of some spans of days. Parameters begin with the name of the filter. */
final class DueCondition {

    private static final String DUE = "coalesce(v.due_on, 'infinity'::date)";
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER_LATER = LocalDate.of(9999, 12, 31);

    private final Map<String, Object> parameters = new HashMap<>();

    private DueCondition() {}

    static Condition of(List<Due> spans, String name) {
        var due = new DueCondition();
        var any = IntStream.range(0, spans.size())
                .mapToObj(number -> due.within(spans.get(number), name + number))
                .collect(Collectors.joining(" or "));
        return new Condition("(" + any + ")", due.parameters);
    }

    private String within(Due span, String name) {
        if (span.equals(Due.NEVER)) return DUE + " = 'infinity'";
        return "(" + days(span, name)
                + (span.openOnly()
                        ? " and " + FilterColumn.CATEGORY_OR_TODO.expression() + " not in ('DONE', 'DROPPED')"
                        : "")
                + ")";
    }

    /**
     * The condition on days that are due for anybody lets the database begin with an index; the assignee's own days are
     * checked afterwards.
     */
    private String days(Due span, String name) {
        if (span.elsewhere().isEmpty()) return between(span.from(), span.to(), name);
        var elsewhere = new StringBuilder();
        var from = first(span.from());
        var to = last(span.to());
        for (var there : span.elsewhere()) {
            var number = name + "Elsewhere" + span.elsewhere().indexOf(there);
            elsewhere.append(" when v.assignee = any (cast(:" + number + " as uuid[])) then ");
            elsewhere.append(between(there.from(), there.to(), number));
            parameters.put(
                    number, there.assignees().stream().map(UUID::toString).toArray(String[]::new));
            if (first(there.from()).isBefore(from)) from = first(there.from());
            if (last(there.to()).isAfter(to)) to = last(there.to());
        }
        return between(from, to, name + "Anywhere") + " and case" + elsewhere + " else "
                + between(span.from(), span.to(), name) + " end";
    }

    private String between(@Nullable LocalDate from, @Nullable LocalDate to, String name) {
        parameters.put(name + "From", first(from));
        parameters.put(name + "To", last(to));
        return DUE + " between cast(:" + name + "From as date) and cast(:" + name + "To as date)";
    }

    private static LocalDate first(@Nullable LocalDate from) {
        return from == null ? EVER : from;
    }

    private static LocalDate last(@Nullable LocalDate to) {
        return to == null ? NEVER_LATER : to;
    }
}
