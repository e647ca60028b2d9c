package ilgam.work.item;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/** The imported lines that an item already has, by their digests, with 8 bytes for each from a snapshot. */
final class ImportedLines {

    private long[] earlier = {};
    private final Set<Long> later = new HashSet<>();

    boolean has(long digest) {
        return later.contains(digest) || Arrays.binarySearch(earlier, digest) >= 0;
    }

    void add(long digest) {
        later.add(digest);
    }

    /** The form in {@link ItemSnapshot}. */
    String packed() {
        var all = LongStream.concat(Arrays.stream(earlier), later.stream().mapToLong(Long::longValue))
                .sorted()
                .distinct()
                .toArray();
        var bytes = ByteBuffer.allocate(all.length * Long.BYTES);
        bytes.asLongBuffer().put(LongBuffer.wrap(all));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    void unpack(String packed) {
        var bytes = Base64.getDecoder().decode(packed);
        earlier = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(earlier);
    }
}
