package ilgam.member.erasure;

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
 * A file that says who was erased, outside the database, so that it stays when an earlier state of that is restored: an
 * instant and an id on each line, and nothing that tells who it was. Without {@code ilgam.member.erasures} there is none.
 */
@Component
class ErasureList {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureList.class);
    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    /** By its group, too, as backups copy it. */
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r-----");

    private static final byte[] NEW_LINE = {'\n'};
    private static final int UUID_LENGTH = 36;

    private final Optional<Path> file;

    ErasureList(@Value("${ilgam.member.erasures:}") String file) {
        this.file = Optional.of(file).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** @throws UncheckedIOException when it cannot be read; lines that are none of its own are left out */
    Set<MemberId> members() {
        var members = new LinkedHashSet<MemberId>();
        try {
            if (file.isPresent() && Files.exists(file.get()))
                for (var line : Files.readAllLines(file.get(), StandardCharsets.ISO_8859_1)) // in which any byte is one
                member(line).ifPresent(members::add);
        } catch (IOException failure) {
            throw new UncheckedIOException("The list of erasures %s cannot be read".formatted(file.get()), failure);
        }
        return members;
    }

    /** The erasure itself does not wait for this either: the list is made complete every hour. */
    void addIfMissing(MemberId member, Instant erasedAt) {
        try {
            if (!members().contains(member)) add(member, erasedAt);
        } catch (UncheckedIOException failure) {
            LOG.error("It is not known who is listed already; it is tried again every hour", failure);
        }
    }

    /** Nothing for a line that a crash cut off. */
    private static Optional<MemberId> member(String line) {
        var words = line.strip().split(" ", -1);
        if (words.length != 2 || words[1].length() != UUID_LENGTH) return Optional.empty();
        try {
            return Optional.of(new MemberId(UUID.fromString(words[1])));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** The erasure itself does not wait for it: what cannot be written now is written later. */
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
            LOG.error("The list of erasures {} cannot be written; it is tried again every hour", file.get(), failure);
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
