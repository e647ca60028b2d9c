package ilgam.work.imports.spool;

/** The files of an upload. The name of a part is its constant in lower case. */
public enum Part {
    WORKFLOW,
    ITEMS,
    EVENTS,
    PEOPLE;

    public String file() {
        return switch (this) {
            case WORKFLOW -> "workflow";
            case ITEMS -> "items";
            case EVENTS -> "events";
            case PEOPLE -> "people";
        };
    }
}
