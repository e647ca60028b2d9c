package ilgam.work.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.Refused;
import ilgam.work.item.ItemRefused;
import ilgam.work.list.ItemView;

import static org.springframework.http.HttpStatus.NOT_FOUND;

/** The 404 responses. Hidden and unknown things get the same sentence. */
final class NotFound {

    private NotFound() {}

    static Refused unknown(String key, KindOfPath of, @Nullable Instant at) {
        var what = of.noun();
        return new Refused(
                NOT_FOUND,
                CommonReason.NOT_FOUND,
                at == null
                        ? Sentence.of("There is no " + what + " \"{key}\" that you can see.", Map.of("key", key))
                        : Sentence.of(
                                "There was no " + what + " \"{key}\" that you can see at {at}.",
                                Map.of("key", key, "at", at)),
                List.of());
    }

    static Refused unknownEntry(UUID entry) {
        return new Refused(
                NOT_FOUND,
                CommonReason.NOT_FOUND,
                "There is no entry {entry} in this history.",
                Map.of("entry", entry));
    }

    static Refused unknownProject(String key) {
        return new Refused(
                NOT_FOUND,
                CommonReason.NOT_FOUND,
                "There is no project \"{key}\" that you can see.",
                Map.of("key", key));
    }

    static Refused deleted(ItemView item) {
        return new Refused(
                ItemRefused.Reason.DELETED,
                "{key} was deleted. Its history can still be read, and it can be restored.",
                Map.of("key", item.key()));
    }
}
