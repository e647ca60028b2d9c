package ilgam.work.item;

import java.time.Instant;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/**
 * Where something imported comes from.
 *
 * @param at when it happened there
 * @param actor who did it, if that is known
 * @param digest of the line it was read from, its place in the item's history included, so that two equal lines
 *     stay two; by it a line that is already here is known again
 */
public record Provenance(Instant at, @Nullable MemberId actor, long digest) {

    static final String IMPORTED_AS = "importedAs";

    MetaData asMetaData() {
        var told = MetaData.with("occurredAt", at.toString()).and(IMPORTED_AS, Long.toHexString(digest));
        return actor == null ? told : told.and("actor", actor.toString());
    }
}
