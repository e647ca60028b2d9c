package ilgam.starter.refusal;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service's reasons besides {@link CommonReason}, declared as a bean.
 *
 * @param reasons for refusing a request
 * @param ofFields for refusing a single field, besides {@link CommonFieldReason}
 */
public record Refusals(List<Refusal> reasons, List<Refusal> ofFields) {

    public Refusals {
        reasons = List.copyOf(reasons);
        ofFields = List.copyOf(ofFields);
    }

    /** All constants of some enums: {@code Refusals.of(Because.values())}. */
    public static Refusals of(Refusal[]... constants) {
        return new Refusals(all(constants), List.of());
    }

    /** These reasons, and the given ones for fields. */
    public Refusals andOfFields(Refusal[]... constants) {
        return new Refusals(reasons, all(constants));
    }

    private static List<Refusal> all(Refusal[]... constants) {
        return Stream.of(constants).flatMap(Stream::of).toList();
    }
}
