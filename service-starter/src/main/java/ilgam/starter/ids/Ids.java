package ilgam.starter.ids;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Generates identifiers. */
public final class Ids {

    private static final UUID NAMESPACE = UUID.fromString("6f1d6b5e-1c0a-5f0e-9a56-8f3d2c7b9e01");
    private static final TimeBasedEpochGenerator TIME = Generators.timeBasedEpochGenerator();
    private static final NameBasedGenerator NAME = Generators.nameBasedGenerator(NAMESPACE);

    private Ids() {}

    /** A new UUIDv7: later ones sort after earlier ones. */
    public static UUID next() {
        return TIME.generate();
    }

    /** The same id for the same names (UUIDv5). */
    public static UUID named(String... names) {
        var path = new StringBuilder();
        for (var name : names) path.append(name.length()).append(':').append(name);
        return NAME.generate(path.toString().getBytes(UTF_8));
    }

    /**
     * The id of a new aggregate. With an idempotency key it derives from the request (member, method, path and key) and
     * the purpose, so that a repeat after a crash addresses the aggregate of the first attempt instead of creating a
     * second one.
     */
    public static UUID forCreate(String purpose) {
        var request = RequestKey.current();
        return request == null ? next() : named("create", purpose, request.id().toString());
    }
}
