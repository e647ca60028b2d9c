package ilgam.work.item;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.FieldReason;
import ilgam.work.words.Invalid;

/** The estimated time for an item. */
public record Hours(BigDecimal amount) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    public static @Nullable Hours of(@Nullable BigDecimal amount) {
        return amount == null ? null : new Hours(amount);
    }

    /** The range is checked first, as normalising a number with a billion digits would never finish. */
    public Hours {
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0)
            throw new Invalid(
                    FieldReason.ESTIMATE_RANGE,
                    "An estimate must be between {least} and {most:,} hours.",
                    Map.of("least", 0, "most", MOST));
        amount = amount.stripTrailingZeros();
        if (amount.scale() > 2)
            throw new Invalid(
                    FieldReason.ESTIMATE_DECIMALS, "An estimate may have at most two decimals.", Map.of("most", 2));
        amount = amount.setScale(Math.max(0, amount.scale()));
    }
}
