package ilgam.dashboard.figures;

import java.util.Map;

import ilgam.work.language.Category;

/** The number of items in each category. */
public record ByCategory(long todo, long doing, long waiting, long done, long dropped) {

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
