package ilgam.work.imports;

import java.util.Locale;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.EventStoreAway;

/** Why a running import does not get on just now. It goes on by itself. */
enum Waiting {
    EVENT_STORE_AWAY,
    MEMBER_CONTEXT_AWAY,
    /** Something else broke; the log says what. */
    INTERRUPTED;

    static Waiting after(Exception broken) {
        for (@Nullable Throwable cause = broken; cause != null; cause = cause.getCause())
            if (cause instanceof PeopleAnnouncer.Away away)
                return away.eventStore() ? EVENT_STORE_AWAY : MEMBER_CONTEXT_AWAY;
        return EventStoreAway.isIn(broken instanceof ExecutionException ? broken.getCause() : broken)
                ? EVENT_STORE_AWAY
                : INTERRUPTED;
    }

    /** As views and logs name it. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
