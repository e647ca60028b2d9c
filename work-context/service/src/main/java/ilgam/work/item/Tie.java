package ilgam.work.item;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.reservation.Reservation;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;

/**
 * A relation in the form in which it is reserved.
 *
 * @param kind {@link #PARENT}, or the type of a link
 */
record Tie(String kind, UUID item, UUID other) {

    static final String PARENT = "PARENT";

    static Tie parent(ItemId item, ItemId parent) {
        return new Tie(PARENT, item.value(), parent.value());
    }

    static Tie link(LinkType type, ItemId item, ItemId other) {
        return new Tie(type.name(), item.value(), other.value());
    }

    static Tie of(Reservation reserved) {
        var words = reserved.key().split(" ", -1);
        return new Tie(words[0], UUID.fromString(words[1]), UUID.fromString(words[2]));
    }

    String key() {
        return kind + " " + item + " " + other;
    }

    boolean isParent(@Nullable ItemId parent) {
        return is(PARENT, parent);
    }

    boolean is(LinkType type, ItemId other) {
        return is(type.name(), other);
    }

    private boolean is(String kind, @Nullable ItemId other) {
        return other != null && this.kind.equals(kind) && this.other.equals(other.value());
    }
}
