package ilgam.work.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.web.Cursor;
import ilgam.work.history.History;

/** The parameters of a history and of comments. */
record HistoryQuery(
        @Nullable String at,
        @Nullable String cursor,

        @Parameter(schema = @Schema(type = "integer")) @Nullable
        String limit) {

    History.Place after() {
        if (cursor == null || cursor.isEmpty()) return History.Place.START;
        var values = Cursor.decode(cursor, 2);
        try {
            var at = QueryParameters.at(values.getFirst());
            if (at == null) throw Cursor.malformed();
            return new History.Place(at, Long.parseLong(String.valueOf(values.getLast())));
        } catch (NumberFormatException notOurs) {
            throw Cursor.malformed();
        }
    }
}
