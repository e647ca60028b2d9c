package ilgam.starter.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the following page, null on the last
 * @param total size of the whole list, when asked for
 */
@Schema(description = "One page of a list.")
public record Page<T>(
        @Schema(description = "What is on this page, in the order of the list.")
        List<T> items,

        @Schema(description = "The cursor of the page after it; null on the last one.") @Nullable
        String next,

        @Schema(description = "How many there are on all pages; null unless asked for with count.") @Nullable
        Long total) {

    public Page {
        items = List.copyOf(items);
    }

    public Page(List<T> items, @Nullable String next) {
        this(items, next, null);
    }
}
