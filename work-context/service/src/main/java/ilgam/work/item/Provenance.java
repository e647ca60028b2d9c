package ilgam.work.item;

import java.time.Instant;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/**
 * The origin of an imported event.
 *
 * @param at when it happened there
 * @param actor the member who did it, if known
 * @param digest of its line and its place in the item's history, so that two equal lines have different digests;
 * identifies a line that was imported before
 */
public record Provenance(Instant at, @Nullable MemberId actor, long digest) {

    static final String IMPORTED_AS = "importedAs";

    MetaData asMetaData() {
        var told = MetaData.with("occurredAt", at.toString()).and(IMPORTED_AS, Long.toHexString(digest));
        return actor == null ? told : told.and("actor", actor.toString());
    }
}
