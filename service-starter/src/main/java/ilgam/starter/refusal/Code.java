package ilgam.starter.refusal;

import java.util.Locale;

/** A value with a stable name for clients, implemented by enums. */
public interface Code {

    /** The constant's name. */
    String name();

    /** The name for clients: {@code NOT_FOUND} is {@code not-found}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
