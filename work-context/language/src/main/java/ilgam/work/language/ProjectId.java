package ilgam.work.language;

import java.util.UUID;

/** A project; its key is unique, this never changes. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
