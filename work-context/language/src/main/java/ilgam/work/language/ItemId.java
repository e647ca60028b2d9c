package ilgam.work.language;

import java.util.UUID;

/** A work item: a task or an issue. Its key (WEB-12) may be shown; the id never changes. */
public record ItemId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
