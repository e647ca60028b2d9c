package ilgam.work.item;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.CommentId;

/** The existing comments of an item and their authors. */
final class CommentAuthors {

    private static final int ID_BYTES = 16;
    private static final String NOBODY = "";

    private final Map<CommentId, Optional<MemberId>> authors = new HashMap<>();

    void add(CommentId comment, @Nullable MemberId author) {
        authors.put(comment, Optional.ofNullable(author));
    }

    void remove(CommentId comment) {
        authors.remove(comment);
    }

    int count() {
        return authors.size();
    }

    boolean has(CommentId comment) {
        return authors.containsKey(comment);
    }

    boolean wrote(MemberId member, CommentId comment) {
        return authors.getOrDefault(comment, Optional.empty()).equals(Optional.of(member));
    }

    /** The form in {@link ItemSnapshot}. */
    Map<String, String> packed() {
        return authors.keySet().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .collect(Collectors.groupingBy(
                        comment -> authors.getOrDefault(comment, Optional.empty())
                                .map(MemberId::toString)
                                .orElse(NOBODY),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), CommentAuthors::pack)));
    }

    private static String pack(List<CommentId> comments) {
        var bytes = ByteBuffer.allocate(comments.size() * ID_BYTES);
        for (var comment : comments)
            bytes.putLong(comment.value().getMostSignificantBits())
                    .putLong(comment.value().getLeastSignificantBits());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    void unpack(Map<String, String> packed) {
        packed.forEach((author, ids) -> {
            var member = author.equals(NOBODY)
                    ? Optional.<MemberId>empty()
                    : Optional.of(new MemberId(UUID.fromString(author)));
            for (var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(ids)); bytes.hasRemaining(); )
                authors.put(new CommentId(new UUID(bytes.getLong(), bytes.getLong())), member);
        });
    }
}
