package ilgam.dashboard.project;

import java.time.Instant;

import ilgam.work.language.Category;

/**
 * What a status means, during [from, to), to an item that entered it in [enteredFrom, enteredTo).
 * {@link Instant#MIN} and {@link Instant#MAX} stand for always.
 */
record Meaning(
        String status,
        Instant enteredFrom,
        Instant enteredTo,
        Instant from,
        Instant to,
        String name,
        Category category) {}
