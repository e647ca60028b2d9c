package ilgam.work.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.item.ItemField;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.FieldChanged;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;

/** The changes of an event as [field, from, to], with the API's names of the fields and the event's own ids. */
final class Changes {

    static final String STATUS = "status";
    static final String COMMENT = "comment";
    static final String DESCRIPTION = "description";

    /** Fields whose values are ids of items. */
    static final List<String> OF_ITEMS = List.of("parent", "task", "blocks", "relates-to", "duplicates");

    private Changes() {}

    static List<List<@Nullable Object>> of(ItemEvent event) {
        return switch (event) {
            case ItemOpened opened -> opening(opened);
            case FieldChanged changed ->
                one(ItemField.of(changed).apiName(), plain(changed.from()), plain(changed.to()));
            case ItemDescribed described -> one(DESCRIPTION, null, described.to());
            case ItemLabelled labelled -> one("labels", null, labelled.label());
            case ItemUnlabelled unlabelled -> one("labels", unlabelled.label(), null);
            case ItemLinked linked -> one(name(linked.type()), null, text(linked.other()));
            case ItemUnlinked unlinked -> one(name(unlinked.type()), text(unlinked.other()), null);
            case Commented commented -> one(COMMENT, null, text(commented.comment()));
            case CommentEdited edited -> one(COMMENT, text(edited.comment()), text(edited.comment()));
            case CommentRemoved removed -> one(COMMENT, text(removed.comment()), null);
            case ItemDeleted _ -> one("deleted", false, true);
            case ItemRestored _ -> one("deleted", true, false);
            case ForeignFieldNoted noted -> one(noted.field(), noted.from(), noted.to());
        };
    }

    private static List<List<@Nullable Object>> opening(ItemOpened opened) {
        var changes = new ArrayList<List<@Nullable Object>>();
        for (var field : ItemField.values()) {
            var value = field.of(opened);
            if (field == ItemField.LABELS) opened.labels().forEach(label -> changes.addAll(one("labels", null, label)));
            else if (value != null && !value.equals("") && value != Priority.NONE)
                changes.addAll(one(field.apiName(), null, plain(value)));
        }
        return changes;
    }

    private static List<List<@Nullable Object>> one(String field, @Nullable Object from, @Nullable Object to) {
        return List.of(Arrays.asList(field, from, to));
    }

    /** A value as JSON: ids and dates as texts, kinds by their API names. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Kind kind -> lower(kind);
            case MemberId member -> member.toString();
            case ItemId item -> item.toString();
            case LocalDate date -> date.toString();
            case null, default -> value;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String lower(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String name(LinkType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
