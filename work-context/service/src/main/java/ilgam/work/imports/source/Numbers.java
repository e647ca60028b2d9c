package ilgam.work.imports.source;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Reads numbers of files. */
final class Numbers {

    /** No number that anything here holds is written longer. */
    private static final int LONGEST = 40;

    private Numbers() {}

    /** Null where the word is no number. */
    static @Nullable BigDecimal read(String word) {
        try {
            return word.length() <= LONGEST ? new BigDecimal(word.strip()) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
