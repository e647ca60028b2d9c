package ilgam.eventmodel.board;

import ilgam.eventmodel.EventModel;

/** From where to where the kinds of notes stand on a context's board. */
record Columns(int senders, int commands, int commandWidth, int changes, int changeWidth, int events, int readers) {

    static final int MARGIN = 20;
    static final int SENDER = 92;
    static final int EVENT = 164;
    static final int RIGHT = 1200;

    private static final int INSIDE = 12;
    private static final int ARROW = 26;

    /** With a column for changes where a command carries some. */
    static Columns of(EventModel.Context context) {
        var changes = context.aggregates().stream()
                .flatMap(aggregate -> aggregate.commands().stream())
                .anyMatch(command -> !command.changes().isEmpty());
        int senders = MARGIN + INSIDE;
        int commands = senders + SENDER + 10;
        int commandWidth = changes ? 124 : 150;
        int changesAt = commands + commandWidth + 10;
        int changeWidth = 124;
        int events = ARROW + (changes ? changesAt + changeWidth : commands + commandWidth);
        return new Columns(
                senders, commands, commandWidth, changesAt, changeWidth, events, events + EVENT + INSIDE + 24);
    }

    int frameWidth() {
        return events + EVENT + INSIDE - MARGIN;
    }

    int inside() {
        return INSIDE;
    }
}
