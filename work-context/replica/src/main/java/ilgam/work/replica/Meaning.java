package ilgam.work.replica;

import java.time.Instant;

import ilgam.work.language.Category;

/**
 * The meaning of a status during [from, to) for items that entered it in [enteredFrom, enteredTo). {@link Instant#MIN}
 * and {@link Instant#MAX} mean unbounded.
 */
public record Meaning(
        String status,
        Instant enteredFrom,
        Instant enteredTo,
        Instant from,
        Instant to,
        String name,
        Category category) {}
