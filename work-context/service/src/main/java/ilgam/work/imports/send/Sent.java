package ilgam.work.imports.send;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.results.PersonalValue;
import ilgam.work.imports.source.Note;

/**
 * An item that was sent, with what is to be stored about it.
 *
 * @param changed whether the item did not have all of its history before
 * @param refused why a rule refused the item; null when it was accepted
 * @param privates the personal values, which are not in its events
 * @param status the note about its own status; null for none
 */
record Sent(
        StagedItem staged,
        boolean changed,
        @Nullable UnreadableRow refused,
        List<PersonalValue> privates,
        @Nullable Note status) {

    long line() {
        return staged.line();
    }
}
