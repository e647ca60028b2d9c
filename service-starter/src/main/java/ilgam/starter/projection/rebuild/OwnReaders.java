package ilgam.starter.projection.rebuild;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ilgam.starter.projection.Processors;
import ilgam.starter.projection.Projections;
import ilgam.starter.projection.Projections.Entry;
import ilgam.starter.projection.rebuild.ProjectionStates.State;

/**
 * Lets projections catch up with their processors, each by its own reader, and then returns them: the processor goes on
 * with the first event that the projection has not handled. One instance runs the reader; its tokens are in the
 * database, so that another instance takes over when it dies.
 */
final class OwnReaders implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnReaders.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** Well below a claim's ten seconds, because returning a projection may take longer. */
    private static final Duration KEEP_EVERY = Duration.ofSeconds(2);

    /**
     * A running reader.
     *
     * @param startedAt no event after this position can have been handled before the reader started
     */
    record Running(State state, OwnReader reader, PooledStreamingEventProcessor processor, long startedAt) {}

    private final Projections projections;
    private final ProjectionStates states;
    private final StoredTokens tokens;
    private final ProjectionPositions positions;
    private final Processors processors;
    private final GivingBack givingBack;
    private final Rebuilds rebuilds;
    private final Comparisons comparisons;
    private final UUID instance = UUID.randomUUID();
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("own-readers").factory());
    private final ScheduledExecutorService claimThread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("own-readers-claims").factory());

    OwnReaders(
            Projections projections,
            ProjectionStates states,
            StoredTokens tokens,
            ProjectionPositions positions,
            Processors processors,
            GivingBack givingBack,
            Rebuilds rebuilds,
            Comparisons comparisons) {
        this.projections = projections;
        this.states = states;
        this.tokens = tokens;
        this.positions = positions;
        this.processors = processors;
        this.givingBack = givingBack;
        this.rebuilds = rebuilds;
        this.comparisons = comparisons;
    }

    void start() {
        every(LOOK_EVERY, thread, this::look);
        every(FORGET_EVERY, thread, states::forgetOld);
        every(KEEP_EVERY, claimThread, () -> claimed.forEach(name -> states.claim(name, instance)));
    }

    private static void every(Duration delay, ScheduledExecutorService thread, Runnable step) {
        long millis = delay.toMillis();
        var _ = thread.scheduleWithFixedDelay(() -> attempt(step), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Runs a step whose failure, a lost connection for example, must not stop the other readers or later attempts. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException later) {
            log.warn("Projections could not catch up yet: {}", later.toString());
        }
    }

    private void look() {
        var wanted = states.all();
        wanted.entrySet().removeIf(one -> one.getValue() == State.PAUSED || !states.claim(one.getKey(), instance));
        claimed.addAll(wanted.keySet());
        claimed.retainAll(wanted.keySet());
        running.forEach((name, one) -> {
            if (wanted.get(name) != one.state()) attempt(() -> stop(name));
        });
        wanted.forEach((name, state) -> {
            if (!running.containsKey(name)) projections.find(name).ifPresent(it -> attempt(() -> begin(it, state)));
        });
        Map.copyOf(running).forEach((name, one) -> attempt(() -> giveBackWhenLevel(name, one)));
    }

    private void begin(Entry projection, State state) {
        var name = OwnReader.nameFor(projection.name());
        boolean rebuild = state.isRebuild();
        if (rebuild) makeTables(projection, state);
        var reader = rebuild
                ? OwnReader.rebuilding(rebuilds.component(projection, processors))
                : OwnReader.catchingUp(
                        processors.component(projection.name()), event -> processors.hasMet(projection.name(), event));
        var transactions = rebuild
                ? rebuilds.transactions(projection)
                : processors.axon().eventProcessingConfiguration().transactionManager(name);
        var from = tokens.highest(name);
        var processor = processors.reader(name, reader, transactions);
        processor.start();
        running.put(projection.name(), new Running(state, reader, processor, ProjectionPositions.position(from)));
        log.info(
                "{} {}.",
                projection.name(),
                rebuild ? state == State.COMPARING ? "is rebuilt to be compared" : "is rebuilt" : "catches up");
    }

    /** Creates the tables again if a migration since then may have changed the originals. */
    private void makeTables(Entry projection, State state) {
        states.within(() -> {
            if (state == State.COMPARING) states.forgetTables(projection.name()); // start again
            if (states.mustMakeTables(projection.name())) rebuilds.begin(projection);
            return true;
        });
    }

    private void stop(String projection) {
        var stopped = running.remove(projection);
        if (stopped != null && stopped.processor().isRunning())
            stopped.processor().shutDown();
    }

    private void giveBackWhenLevel(String projection, Running one) {
        if (!areNearHead(projection, one)) return;
        if (one.state() == State.COMPARING) {
            stop(projection);
            if (comparisons.end(projections.find(projection).orElseThrow(), one.reader(), processors))
                log.info("{} has been compared with a rebuild.", projection);
            return;
        }
        var rebuilt = one.state() == State.REBUILDING ? projections.find(projection) : Optional.<Entry>empty();
        rebuilt.ifPresent(it -> states.within(() -> {
            rebuilds.prepare(it);
            return true;
        }));
        try {
            boolean level = states.alone(() -> {
                if (!givingBack.attempt(projection, one)) return false;
                rebuilt.ifPresent(rebuilds::takePlace);
                return true;
            });
            if (level) log.info("{} has caught up with its processor.", projection);
        } finally {
            stop(projection); // it starts again unless the projection was returned
        }
    }

    /**
     * Whether the reader and the projection's processor are both near the head, because a wait for all processors must
     * be short.
     */
    private boolean areNearHead(String projection, Running one) {
        var segments = tokens.segments(OwnReader.nameFor(projection));
        long near = positions.nearHead();
        return OwnReader.isAt(one.processor(), segments, near)
                && positions.lowest(projections.processorOf(projection)) >= near;
    }

    @Override
    public void close() {
        claimThread.shutdownNow();
        thread.shutdownNow();
        running.values().forEach(one -> one.processor().shutDown());
    }
}
