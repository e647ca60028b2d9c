package ilgam.starter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.refusal.CommonReason;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A keyset cursor as an opaque text: the sort values of a page's last row. */
public final class Cursor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Cursor() {}

    /** Encodes a row's sort values; null stays null. */
    public static String encode(@Nullable Object... values) {
        var texts = Arrays.stream(values)
                .map(value -> value == null ? null : value.toString())
                .toList();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(texts));
    }

    /**
     * Decodes the sort values of a cursor.
     *
     * @throws Refused as 400 when this list did not issue it
     */
    public static List<@Nullable String> decode(String cursor, int size) {
        try {
            var texts = JSON.readValue(new String(Base64.getUrlDecoder().decode(cursor), UTF_8), String[].class);
            if (texts != null && texts.length == size && Arrays.stream(texts).noneMatch(Cursor::hasNul))
                return Arrays.asList(texts);
        } catch (IllegalArgumentException | JacksonException e) {
            throw malformed();
        }
        throw malformed();
    }

    /**
     * An instant of a cursor, within the years that the database can store.
     *
     * @throws Refused as 400 when it is not one
     */
    public static Instant instant(@Nullable String value) {
        try {
            var at = Instant.parse(String.valueOf(value));
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) throw malformed();
            return at;
        } catch (DateTimeException notAnInstant) {
            throw malformed();
        }
    }

    /** Whether it has a NUL, which no value from the database has. */
    private static boolean hasNul(@Nullable String text) {
        return text != null && text.indexOf('\0') >= 0;
    }

    /** The refusal of a cursor with invalid values. */
    public static Refused malformed() {
        return new Refused(
                HttpStatus.BAD_REQUEST,
                CommonReason.MALFORMED_CURSOR,
                "This list did not issue this cursor. Please start from the first page.");
    }
}
