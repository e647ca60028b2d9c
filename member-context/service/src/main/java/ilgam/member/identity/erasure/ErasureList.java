package ilgam.member.identity.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;

/**
 * A file that lists erased members, outside the database, so that it survives a restore of an earlier backup: an
 * instant and an id per line, and nothing personal. Not kept when {@code ilgam.member.erasures} is empty.
 */
@Component
class ErasureList {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureList.class);
    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    /** Readable by its group, which backups run as. */
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r-----");

    private static final byte[] NEW_LINE = {'\n'};
    private static final int UUID_LENGTH = 36;

    private final Optional<Path> file;

    ErasureList(@Value("${ilgam.member.erasures:}") String file) {
        this.file = Optional.of(file).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** @throws UncheckedIOException when the file cannot be read; malformed lines are ignored */
    Set<MemberId> members() {
        var members = new LinkedHashSet<MemberId>();
        try {
            if (file.isPresent() && Files.exists(file.get()))
                for (var line : Files.readAllLines(file.get(), StandardCharsets.ISO_8859_1)) // accepts any byte
                member(line).ifPresent(members::add);
        } catch (IOException failure) {
            throw new UncheckedIOException("The list of erasures %s cannot be read".formatted(file.get()), failure);
        }
        return members;
    }

    /**
     * Adds the member if they are not listed. A failure is logged only, as the erasure does not depend on the list and
     * the sweep completes it every hour.
     */
    void addIfMissing(MemberId member, Instant erasedAt) {
        try {
            if (!members().contains(member)) add(member, erasedAt);
        } catch (UncheckedIOException failure) {
            LOG.error("The list of erasures cannot be read; trying again every hour", failure);
        }
    }

    /** The member of a line; empty for a line that a crash cut off. */
    private static Optional<MemberId> member(String line) {
        var words = line.strip().split(" ", -1);
        if (words.length != 2 || words[1].length() != UUID_LENGTH) return Optional.empty();
        try {
            return Optional.of(new MemberId(UUID.fromString(words[1])));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /**
     * Adds the member. A failure is logged only, as the erasure does not depend on the list and the sweep completes it
     * every hour.
     */
    void add(MemberId member, Instant erasedAt) {
        if (file.isEmpty()) return;
        var line = "%s %s\n".formatted(erasedAt, member).getBytes(StandardCharsets.UTF_8);
        try {
            var cutOff = endsWithinLine(file.get());
            try (var list = FileChannel.open(file.get(), APPEND)) {
                Files.setPosixFilePermissions(file.get(), READABLE);
                if (cutOff) list.write(ByteBuffer.wrap(NEW_LINE));
                list.write(ByteBuffer.wrap(line));
                list.force(true);
            }
        } catch (IOException failure) {
            LOG.error("The list of erasures {} cannot be written; trying again every hour", file.get(), failure);
        }
    }

    private static boolean endsWithinLine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) return false;
        try (var list = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            list.read(last, list.size() - 1);
            return last.get(0) != '\n';
        }
    }
}
