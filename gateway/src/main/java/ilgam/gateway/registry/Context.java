package ilgam.gateway.registry;

import java.util.Locale;

/** The bounded contexts behind the gateway. */
public enum Context {
    MEMBER,
    WORK,
    DASHBOARD;

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String id = label + "-context";

    /** The short name that members and operators read. */
    public String label() {
        return label;
    }

    /** The context whose instances register under this name. */
    public static Context withId(String id) {
        for (var context : values()) if (context.id().equals(id)) return context;
        throw new IllegalArgumentException("No context registers as " + id);
    }

    /** The name under which its instances register. */
    public String id() {
        return id;
    }
}
