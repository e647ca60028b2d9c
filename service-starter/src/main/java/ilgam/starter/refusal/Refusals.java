package ilgam.starter.refusal;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a service refuses something for, besides {@link CommonReason}; it declares them as a bean.
 *
 * @param reasons of whole requests
 * @param ofFields of single fields, besides {@link CommonFieldReason}
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

    /** The same, and these of fields. */
    public Refusals andOfFields(Refusal[]... constants) {
        return new Refusals(reasons, all(constants));
    }

    private static List<Refusal> all(Refusal[]... constants) {
        return Stream.of(constants).flatMap(Stream::of).toList();
    }
}
