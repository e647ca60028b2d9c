package ilgam.starter.sample;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;

/** Counters over HTTP; an increment can be made to fail once, after its event was appended. */
@RestController
@RequestMapping("/api/tallies")
class CounterApi {

    private final Set<UUID> failed = ConcurrentHashMap.newKeySet();
    private final Commands commands;
    private final Sums sums;
    private final ReadYourWrites writes;

    CounterApi(Commands commands, Sums sums, ReadYourWrites writes) {
        this.writes = writes;
        this.commands = commands;
        this.sums = sums;
    }

    @PostMapping
    String open(Caller caller) {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), caller);
        return counter.toString();
    }

    @PostMapping("/{counter}")
    String increment(@PathVariable UUID counter, @RequestParam(defaultValue = "false") boolean fail, Caller caller) {
        long version = commands.<Long>send(new Counter.Increment(counter), caller);
        if (fail && failed.add(counter)) throw new IllegalStateException("It broke after the change.");
        return Long.toString(version);
    }

    /** Returns the number of additions that the projection shows, this one included. */
    @PostMapping("/{counter}/additions")
    long add(@PathVariable UUID counter, @RequestParam int amount, Caller caller) {
        long before = sums.rows(counter);
        commands.send(new Counter.Add(counter, amount, 1), caller);
        writes.await("sums", counter, () -> sums.rows(counter) > before);
        return sums.rows(counter);
    }

    @GetMapping("/{counter}")
    long rows(@PathVariable UUID counter) {
        return sums.rows(counter);
    }
}
