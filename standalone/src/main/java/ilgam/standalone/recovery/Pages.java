package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Verifies the checksums of all pages of tables and indexes on disk. A query would read only what it needs, and often
 * from memory; pg_checksums, which does this offline, is not among the programs in the build.
 */
record Pages(Path postgres) {

    private static final int SIZE = 8192;
    private static final int AT_ONCE = 128;
    private static final int IN_FILE = 131_072;
    private static final int CHECKSUM_AT = 8;
    private static final int UPPER_AT = 14;

    /** Attempts for a page, because it may be read while it is written. */
    private static final int LOOKS = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int MOST_TOLD = 20;
    private static final Pattern RELATION = Pattern.compile("(\\d+)(?:_(?:fsm|vm|init))?(?:\\.(\\d+))?");

    /** A page with a wrong checksum. */
    record Damage(String database, long node, String file, long page) {}

    /** The result. */
    record Read(long pages, List<Damage> damages) {}

    Read read() {
        var pages = 0L;
        var damages = new ArrayList<Damage>();
        for (var file : files()) {
            var name = RELATION.matcher(file.getFileName().toString());
            if (!name.matches()) continue;
            var first = name.group(2) == null ? 0 : Long.parseLong(name.group(2)) * IN_FILE;
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                var buffer = ByteBuffer.allocate(AT_ONCE * SIZE).order(ByteOrder.nativeOrder());
                for (var at = 0L; channel.read(buffer.clear(), at) >= SIZE; at += buffer.limit()) {
                    buffer.limit(buffer.position() / SIZE * SIZE);
                    for (var in = 0; in < buffer.limit(); in += SIZE, pages++) {
                        var page = first + (at + in) / SIZE;
                        if (isWhole(buffer, in, page) || isWholeLater(channel, at + in, page)) continue;
                        if (damages.size() < MOST_TOLD) damages.add(damage(file, Long.parseLong(name.group(1)), page));
                    }
                }
            } catch (NoSuchFileException gone) {
                // the table was dropped meanwhile
            } catch (IOException failure) {
                damages.add(damage(file, Long.parseLong(name.group(1)), -1));
            }
        }
        return new Read(pages, damages);
    }

    private Damage damage(Path file, long node, long page) {
        var relative = postgres.relativize(file);
        return new Damage(relative.getName(relative.getNameCount() - 2).toString(), node, relative.toString(), page);
    }

    private List<Path> files() {
        try (var global = Files.list(postgres.resolve("global"));
                var databases = Files.walk(postgres.resolve("base"), 2)) {
            return Stream.concat(global, databases)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isWholeLater(FileChannel channel, long at, long page) throws IOException {
        var buffer = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        for (var look = 0; look < LOOKS; look++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (channel.read(buffer.clear(), at) < SIZE) return true; // the file was truncated meanwhile
            if (isWhole(buffer, 0, page)) return true;
        }
        return false;
    }

    /** A page that was never filled has no checksum. */
    private static boolean isWhole(ByteBuffer buffer, int at, long page) {
        if (buffer.getShort(at + UPPER_AT) == 0) return true;
        return Short.toUnsignedInt(buffer.getShort(at + CHECKSUM_AT)) == checksum(buffer, at, page);
    }

    private static final int PRIME = 16_777_619;

    private static final int[] OFFSETS = {
        0x5B1F36E9, 0xB8525960, 0x02AB50AA, 0x1DE66D2A, 0x79FF467A, 0x9BB9F8A3, 0x217E7CD2, 0x83E13D2C,
        0xF8D4474F, 0xE39EB970, 0x42C6AE16, 0x993216FA, 0x7B093B5D, 0x98DAFF3C, 0xF718902A, 0x0B1C9CDB,
        0xE58F764B, 0x187636BC, 0x5D7B3BB1, 0xE73DE7DE, 0x92BEC979, 0xCCA6C0B2, 0x304A0979, 0x85AA43D4,
        0x783125BB, 0x6CA8EAA2, 0xE407EAC6, 0x4B5CFC3E, 0x9FBF8C76, 0x15CA20BE, 0xF2CA9FD3, 0x959BD756
    };

    /** The checksum of src/include/storage/checksum_impl.h: 32 parallel sums, without the checksum's own field. */
    private static int checksum(ByteBuffer buffer, int at, long page) {
        var sums = OFFSETS.clone();
        for (var row = 0; row < SIZE; row += sums.length * Integer.BYTES)
            for (var n = 0; n < sums.length; n++) {
                var offset = row + n * Integer.BYTES;
                var word = buffer.getInt(at + offset);
                sums[n] = mixed(sums[n], offset == CHECKSUM_AT ? withoutChecksum(word) : word);
            }
        for (var round = 0; round < 2; round++) for (var n = 0; n < sums.length; n++) sums[n] = mixed(sums[n], 0);
        var result = 0;
        for (var sum : sums) result ^= sum;
        return Integer.remainderUnsigned(result ^ (int) page, 65_535) + 1;
    }

    private static int withoutChecksum(int word) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? word & 0xFFFF_0000 : word & 0xFFFF;
    }

    private static int mixed(int sum, int word) {
        var mixed = sum ^ word;
        return mixed * PRIME ^ mixed >>> 17;
    }
}
