package ilgam.starter.sample;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import ilgam.starter.messaging.Commands;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.ETags;
import ilgam.starter.web.Limits;
import ilgam.starter.web.ListParameters;
import ilgam.starter.web.MakesNew;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

@RestController
public class EchoApi {

    enum Because implements Refusal {
        TAKEN
    }

    public enum Colour {
        RED,
        GREEN
    }

    record Thing(
            String title,
            @Nullable Integer size,
            @Nullable LocalDate day,
            @Nullable Instant since,
            @Nullable Colour colour,
            @Nullable List<String> labels) {}

    record Ask(int amount) {}

    private final AtomicInteger calls = new AtomicInteger();
    private final Commands commands;
    public final CountDownLatch gate = new CountDownLatch(1);

    EchoApi(Commands commands) {
        this.commands = commands;
    }

    public int calls() {
        return calls.get();
    }

    @PostMapping("/api/things")
    ResponseEntity<Thing> create(@RequestBody Thing thing) {
        return ResponseEntity.created(URI.create("/api/things/" + calls.incrementAndGet()))
                .eTag(ETags.of(0))
                .body(thing);
    }

    @GetMapping("/api/things")
    Page<String> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        var from = cursor == null ? "0" : Cursor.decode(cursor, 1).getFirst();
        return new Page<>(List.of("from " + from), Cursor.encode(Limits.limit(limit)), null);
    }

    @GetMapping("/api/things/{id}")
    String one(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return id + " " + ETags.ifMatch(ifMatch);
    }

    @GetMapping("/api/text")
    String text(@RequestParam String what) {
        return what;
    }

    @GetMapping("/api/texts")
    List<String> texts(@RequestParam List<String> what) {
        return ListParameters.values(what);
    }

    @PutMapping("/api/things/{id}")
    UUID change(@PathVariable UUID id) {
        return id;
    }

    @PutMapping("/api/days/{day}")
    @MakesNew
    LocalDate make(
            @PathVariable LocalDate day,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
        ETags.mustBeNew(ifNoneMatch, () -> day.getYear() == 2026);
        return day;
    }

    @GetMapping({"/api/days", "/api/days/{day}"})
    String day(
            @PathVariable(name = "day", required = false) @Nullable LocalDate named,
            @RequestParam(required = false) @Nullable LocalDate day) {
        return named + " " + day;
    }

    @GetMapping("/api/caller")
    Caller caller(Caller caller) {
        return caller;
    }

    @PostMapping("/api/slow")
    String slow() throws InterruptedException {
        gate.await();
        return "slow";
    }

    @PostMapping("/api/exempt")
    int exempt() {
        return calls.incrementAndGet();
    }

    @PostMapping("/api/failing")
    String failing() {
        calls.incrementAndGet();
        throw new IllegalStateException("secret detail");
    }

    @PostMapping("/api/refused")
    String refused() {
        throw new Refused(HttpStatus.CONFLICT, Because.TAKEN, "That is taken already.");
    }

    @PostMapping("/api/counters/{id}")
    void count(@PathVariable UUID id, @RequestBody Ask command, Caller caller) {
        commands.send(new Counter.Add(id, command.amount(), 1), caller);
    }

    @PostMapping("/api/uploads")
    long upload(@RequestParam MultipartFile file) {
        return file.getSize();
    }

    @GetMapping("/api/public")
    String open() {
        return "open";
    }

    @GetMapping("/internal/secret")
    String internal() {
        return "internal";
    }
}
