package ilgam.work.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;
import ilgam.work.language.ItemId;

/** A rule of the item refused a command. The message is written for the member; the details contain the reason. */
public final class ItemRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    public enum Reason implements RuleReason {
        DELETED(Kind.MISSING),
        STALE(Kind.STALE),
        DUE_BEFORE_START(Kind.INVALID, ItemField.DUE),
        ONLY_ISSUES_HAVE_SEVERITY(Kind.INVALID, ItemField.SEVERITY),
        ONLY_ISSUES_ARE_ABOUT_TASKS(Kind.INVALID, ItemField.TASK),
        TOO_MANY_LABELS(Kind.INVALID, ItemField.LABELS),
        TOO_MANY_LINKS(Kind.CONFLICT),
        TOO_MANY_COMMENTS(Kind.CONFLICT),
        TIED_TO_ITSELF(Kind.CONFLICT),
        OWN_ANCESTOR(Kind.CONFLICT, ItemField.PARENT),
        NESTED_TOO_DEEP(Kind.CONFLICT, ItemField.PARENT),
        BLOCKS_IN_A_CIRCLE(Kind.CONFLICT),
        NO_SUCH_COMMENT(Kind.MISSING),
        NOT_YOUR_COMMENT(Kind.FORBIDDEN),
        FOREIGN_HISTORY(Kind.INVALID);

        private final Kind kind;
        private final @Nullable ItemField field;

        Reason(Kind kind) {
            this(kind, null);
        }

        Reason(Kind kind, @Nullable ItemField field) {
            this.kind = kind;
            this.field = field;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public @Nullable String field() {
            return field == null ? null : field.apiName();
        }
    }

    /** Replaces items that the member may not see, and the middle of a long cycle. */
    private static final String HIDDEN = "…";

    private static final int MOST_AT_AN_END = 6;

    private final transient List<ItemId> circle;

    ItemRefused(Reason reason, String sentence) {
        this(reason, sentence, Map.of());
    }

    ItemRefused(Reason reason, String sentence, Map<String, ?> values) {
        this(reason, Sentence.of(sentence, values), List.of());
    }

    private ItemRefused(Refusal reason, Sentence sentence, List<ItemId> circle) {
        super(reason, sentence);
        this.circle = circle;
    }

    /** The refusal of a relation that would close this cycle. Its first item is also its last. */
    static ItemRefused inACircle(Reason reason, String sentence, List<ItemId> circle) {
        return new ItemRefused(reason, Sentence.of(sentence), circle);
    }

    /** The same refusal with the keys of the cycle, if it is about one; items without a key are hidden. */
    public ItemRefused naming(Function<List<UUID>, Map<UUID, String>> keys) {
        if (circle.isEmpty()) return this;
        var known = keys.apply(circle.stream().map(ItemId::value).toList());
        var way = new ArrayList<String>();
        for (int place = 0; place < circle.size(); place++) {
            var key = isShown(place) ? known.getOrDefault(circle.get(place).value(), HIDDEN) : HIDDEN;
            if (way.isEmpty() || !key.equals(HIDDEN) || !way.getLast().equals(HIDDEN)) way.add(key);
        }
        var told = Sentence.of(
                sentence().text().replaceFirst("\\.$", ": {path}."), Map.of("path", String.join(" → ", way)));
        return new ItemRefused(Objects.requireNonNull(reasonOf(this)), told, List.of());
    }

    private boolean isShown(int place) {
        return place < MOST_AT_AN_END || place >= circle.size() - MOST_AT_AN_END;
    }
}
