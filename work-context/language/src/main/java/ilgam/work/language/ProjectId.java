package ilgam.work.language;

import java.util.UUID;

/** A project. Its key is unique; the id never changes. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
