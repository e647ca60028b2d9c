package ilgam.work.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ilgam.work.language.Status;

/** The items that entered a status within a range of time and have been in the same place ever since. */
final class Entry {

    /** Where the items were, from when on. */
    private record Stay(Status place, Instant from) {}

    private final String status;
    private final Instant enteredFrom;
    private final List<Stay> stays = new ArrayList<>();
    private Instant enteredTo = Instant.MAX;
    private Status place;

    Entry(String status, Status place, Instant from) {
        this.status = status;
        this.enteredFrom = from;
        this.place = place;
        stays.add(new Stay(place, from));
    }

    boolean isIn(Status other) {
        return place.id().equals(other.id());
    }

    void moveTo(Status next, Instant from) {
        if (!meansTheSame(next, place)) {
            if (!stays.getLast().from().isBefore(from)) stays.removeLast();
            stays.add(new Stay(next, from));
        }
        place = next;
    }

    void end(Instant to) {
        enteredTo = to;
    }

    List<Meaning> meanings() {
        if (!enteredFrom.isBefore(enteredTo)) return List.of();
        var meanings = new ArrayList<Meaning>();
        for (int i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            var to = i + 1 < stays.size() ? stays.get(i + 1).from() : Instant.MAX;
            meanings.add(new Meaning(
                    status,
                    enteredFrom,
                    enteredTo,
                    stay.from(),
                    to,
                    stay.place().name(),
                    stay.place().category()));
        }
        return meanings;
    }

    private static boolean meansTheSame(Status one, Status other) {
        return one.name().equals(other.name()) && one.category() == other.category();
    }
}
