package ilgam.starter.events;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import ilgam.starter.messaging.EventStoreAway;
import ilgam.starter.messaging.EventStoreWatch;

/**
 * Drops log lines of Axon's connection and processors that repeat at every attempt, with a stack trace, that the event
 * store is away. {@link EventStoreWatch} says it once a minute. Lines at debug level stay.
 */
final class QuietWhileAway extends TurboFilter implements AutoCloseable {

    private static final String[] REPEATING = {"org.axonframework.", "io.axoniq.", "io.grpc."};

    private final EventStoreWatch watch;
    private @Nullable LoggerContext installedIn;

    QuietWhileAway(EventStoreWatch watch) {
        this.watch = watch;
    }

    /** Installs the filter where Logback is in use. */
    QuietWhileAway install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            installedIn = logging;
            start();
            logging.addTurboFilter(this);
        }
        return this;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (!level.isGreaterOrEqual(Level.INFO)) return FilterReply.NEUTRAL;
        return (!watch.isUp() && repeats(logger.getName()))
                        || EventStoreAway.isIn(failure == null ? lastOf(parameters) : failure)
                        || isOfItsPool(logger, parameters)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    /** The failure among a message's arguments, which is the last of them. */
    private static @Nullable Throwable lastOf(Object @Nullable [] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }

    /** The embedded store's connection pool logs each broken connection. */
    private static boolean isOfItsPool(Logger logger, Object @Nullable [] parameters) {
        return logger.getName().startsWith("com.zaxxer.hikari.")
                && parameters != null
                && parameters.length > 0
                && EventDatabase.POOL.equals(parameters[0]);
    }

    private static boolean repeats(String logger) {
        for (var each : REPEATING) if (logger.startsWith(each)) return true;
        return false;
    }

    @Override
    public void close() {
        var logging = installedIn;
        if (logging != null) logging.getTurboFilterList().remove(this);
    }
}
