package ilgam.starter.refusal;

import java.util.Locale;

/** Something that has a name for clients, which stays. Enums implement it. */
public interface Code {

    /** The constant's name. */
    String name();

    /** What clients know it by: {@code NOT_FOUND} is {@code not-found}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
