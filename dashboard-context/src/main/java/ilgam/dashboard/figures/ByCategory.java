package ilgam.dashboard.figures;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.work.language.Category;

/** The number of items in each category. */
@Schema(description = "How many items are in each category.")
public record ByCategory(
        @Schema(description = "Not begun.") long todo,
        @Schema(description = "Being worked on.") long doing,
        @Schema(description = "Waiting for something.") long waiting,
        @Schema(description = "Finished.") long done,
        @Schema(description = "Given up.") long dropped) {

    static ByCategory of(Map<Category, Long> items) {
        return new ByCategory(
                items.getOrDefault(Category.TODO, 0L),
                items.getOrDefault(Category.DOING, 0L),
                items.getOrDefault(Category.WAITING, 0L),
                items.getOrDefault(Category.DONE, 0L),
                items.getOrDefault(Category.DROPPED, 0L));
    }

    long all() {
        return todo + doing + waiting + done + dropped;
    }

    long open() {
        return todo + doing + waiting;
    }
}
