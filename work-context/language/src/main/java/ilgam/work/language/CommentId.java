package ilgam.work.language;

import java.util.UUID;

/** A comment on a work item. */
public record CommentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
