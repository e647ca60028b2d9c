package ilgam.work.api;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.web.Refused;
import ilgam.work.language.Kind;
import ilgam.work.list.ItemView;

import static org.springframework.http.HttpStatus.NOT_FOUND;

/** What is answered when a named thing is not to be shown; hidden and unknown things get the same words. */
final class Named {

    private Named() {}

    static String of(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The kind whose items a path is about; null: of either. */
    static @Nullable Kind kindOf(String path) {
        if (path.startsWith("/api/tasks/")) return Kind.TASK;
        return path.startsWith("/api/issues/") ? Kind.ISSUE : null;
    }

    static Refused unknown(String key, @Nullable Kind kind, @Nullable Instant at) {
        var what = kind == null ? "work item" : of(kind);
        return new Refused(
                NOT_FOUND,
                "not-found",
                at == null
                        ? "There is no " + what + " \"" + key + "\" that you can see."
                        : "There was no " + what + " \"" + key + "\" that you can see at " + at + ".");
    }

    static Refused unknownEntry(UUID entry) {
        return new Refused(NOT_FOUND, "not-found", "There is no entry " + entry + " in this history.");
    }

    static Refused unknownProject(String key) {
        return new Refused(NOT_FOUND, "not-found", "There is no project \"" + key + "\" that you can see.");
    }

    static Refused deleted(ItemView item) {
        return new Refused(
                NOT_FOUND,
                "deleted",
                item.key() + " was deleted. Its history can still be read, and it can be restored.");
    }
}
