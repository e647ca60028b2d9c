package ilgam.member.time.holiday;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.InvalidLine;
import ilgam.member.text.InvalidReason;
import ilgam.starter.refusal.Sentence;

/**
 * Finds the events of a file and computes the days of each calendar in it. An event that cannot be used gets a note.
 */
final class FileEvents {

    private static final int MOST_NOTES = 1_000;
    private static final int MOST_RULES = 200;
    /** The deepest nesting of components: calendars contain events, which contain alarms. */
    private static final int DEEPEST = 8;

    private final FileComputation computation;
    private final List<FileNote> notes = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<ContentLine> zone = new ArrayList<>();
    private int rules;

    private FileZones zones = new FileZones();
    private List<WrittenEvent> events = new ArrayList<>();
    private boolean cancelled;
    private @Nullable WrittenEvent event;

    FileEvents(FileComputation computation) {
        this.computation = computation;
    }

    /** @throws InvalidLine when the file is not a calendar, none of it can be used, or it exceeds a limit */
    FileDays read(List<ContentLine> lines) {
        if (lines.isEmpty() || !lines.getFirst().is("BEGIN", "VCALENDAR"))
            throw refused(1, FileFault.NOT_A_CALENDAR, Sentence.of("a BEGIN:VCALENDAR is expected."));
        lines.forEach(this::read);
        if (!open.isEmpty())
            note(lines.getLast().number(), FileFault.CUT_OFF, "the file ends before an END:VCALENDAR.");
        finishCalendar();
        if (!computation.hasUsed() && !notes.isEmpty()) throw refused(notes.getFirst());
        return new FileDays(computation.days(), notes);
    }

    private void read(ContentLine line) {
        switch (line.name()) {
            case "BEGIN" -> begin(line);
            case "END" -> end(line);
            default -> property(line);
        }
        if (in("VTIMEZONE") || line.is("END", "VTIMEZONE")) zone.add(line);
        if (!line.is("END", "VTIMEZONE")) return;
        zones.define(zone);
        zone.clear();
    }

    private void begin(ContentLine line) {
        if (line.is("BEGIN", "VCALENDAR")) finishCalendar();
        open.add(ContentLine.folded(line.value()));
        if (open.size() > DEEPEST)
            throw refused(line.number(), FileFault.TOO_DEEP, Sentence.of("components are nested too deeply."));
        if (!line.is("BEGIN", "VEVENT")) return;
        if (event != null) note(event.line(), FileFault.NO_END, "an event must end with END:VEVENT.");
        event = new WrittenEvent(line.number());
    }

    private void end(ContentLine line) {
        int at = open.lastIndexOf(ContentLine.folded(line.value()));
        if (at < 0) return;
        open.subList(at, open.size()).clear();
        if (line.is("END", "VEVENT") && event != null) {
            events.add(event);
            event = null;
        }
        if (line.is("END", "VCALENDAR")) finishCalendar();
    }

    private void property(ContentLine line) {
        if (open.isEmpty()) return;
        switch (open.getLast()) {
            case "VEVENT" -> ofEvent(line);
            case "VCALENDAR" -> ofCalendar(line);
            default -> {
                // alarms and time zones are not read here
            }
        }
    }

    private void ofEvent(ContentLine line) {
        var read = event;
        if (read == null) return;
        if (line.name().endsWith("RULE") && ++rules > MOST_RULES)
            throw refused(
                    line.number(),
                    FileFault.TOO_MANY_RULES,
                    Sentence.of("a file may have at most {most} repeating events.", Map.of("most", MOST_RULES)));
        try {
            read.read(line);
        } catch (FaultyEvent wrong) {
            note(line.number(), wrong.fault(), wrong.sentence());
            event = null;
        }
    }

    private void ofCalendar(ContentLine line) {
        switch (line.name()) {
            case "X-WR-TIMEZONE", "TIMEZONE-ID" ->
                zones.calendarIsOf(line.value().strip());
            case "METHOD" -> cancelled = line.is("METHOD", "CANCEL");
            default -> {
                // irrelevant for days
            }
        }
    }

    private boolean in(String component) {
        return open.contains(component);
    }

    private void finishCalendar() {
        if (event != null) note(event.line(), FileFault.NO_END, "an event must end with END:VEVENT.");
        if (!cancelled) Series.of(events, zones).forEach(this::compute);
        open.clear();
        zone.clear();
        zones = new FileZones();
        events = new ArrayList<>();
        cancelled = false;
        event = null;
    }

    private void compute(Series series) {
        try {
            computation.add(series);
        } catch (FaultyEvent unusable) {
            note(series.line(), unusable.fault(), unusable.sentence());
        }
    }

    private void note(int line, FileFault fault, String sentence) {
        note(line, fault, Sentence.of(sentence));
    }

    private void note(int line, FileFault fault, Sentence sentence) {
        if (notes.size() < MOST_NOTES) notes.add(new FileNote(line, sentence.text(), fault.code(), sentence.values()));
    }

    static InvalidLine refused(int line, FileFault fault, Sentence because) {
        return refused(new FileNote(line, because.text(), fault.code(), because.values()));
    }

    private static InvalidLine refused(FileNote note) {
        var values = new HashMap<>(note.values());
        values.put("line", note.line());
        values.put("cause", note.cause());
        return new InvalidLine(
                note.line(),
                InvalidReason.CALENDAR_UNREADABLE,
                new Sentence(
                        "Line %d of the file is not valid iCalendar: %s".formatted(note.line(), note.reason()),
                        values));
    }
}
