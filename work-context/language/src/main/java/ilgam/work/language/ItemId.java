package ilgam.work.language;

import java.util.UUID;

/** A work item, task or issue; its key (WEB-12) may be shown, this never changes. */
public record ItemId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
