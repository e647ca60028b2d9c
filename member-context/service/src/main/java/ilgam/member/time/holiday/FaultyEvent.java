package ilgam.member.time.holiday;

import java.util.Map;

import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidReason;

/** An event of a calendar file cannot be used; its other events are still read. */
final class FaultyEvent extends Invalid {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;

    FaultyEvent(FileFault fault, String sentence) {
        this(fault, sentence, Map.of());
    }

    FaultyEvent(FileFault fault, String sentence, Map<String, ?> values) {
        super(InvalidReason.CALENDAR_UNREADABLE, sentence, values);
        this.fault = fault;
    }

    FileFault fault() {
        return fault;
    }
}
