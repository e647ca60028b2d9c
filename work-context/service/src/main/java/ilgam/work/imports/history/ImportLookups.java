package ilgam.work.imports.history;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.imports.source.SourceWorkflow;
import ilgam.work.language.ItemId;

/** What the translation of an item looks up outside the item, by the source's names. Null is answered for null. */
public interface ImportLookups {

    @Nullable
    MemberId member(@Nullable String name);

    @Nullable
    ItemId item(@Nullable String sourceId);

    /** The id of a status. */
    @Nullable
    String status(@Nullable String name);

    /** The names and ids that a chunk of items needs, looked up at once. */
    record Known(Map<String, UUID> members, Map<String, UUID> items, Map<String, String> statuses)
            implements ImportLookups {

        @Override
        public @Nullable MemberId member(@Nullable String name) {
            var member = name == null ? null : members.get(name);
            return member == null ? null : new MemberId(member);
        }

        @Override
        public @Nullable ItemId item(@Nullable String sourceId) {
            var item = sourceId == null ? null : items.get(sourceId);
            return item == null ? null : new ItemId(item);
        }

        @Override
        public @Nullable String status(@Nullable String name) {
            return SourceWorkflow.status(statuses, name);
        }
    }
}
