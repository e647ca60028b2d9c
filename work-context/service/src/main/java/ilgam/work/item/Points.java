package ilgam.work.item;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.FieldReason;
import ilgam.work.words.Invalid;

/** The relative size of an item in story points. */
public record Points(BigDecimal amount) {

    public static final BigDecimal MOST = BigDecimal.valueOf(1_000);

    private static final int DECIMALS = 2;

    public static @Nullable Points of(@Nullable BigDecimal amount) {
        return amount == null ? null : new Points(amount);
    }

    /** The range is checked first, as normalising a number with a billion digits would never finish. */
    public Points {
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0)
            throw new Invalid(
                    FieldReason.POINTS_RANGE,
                    "Story points must be between {least} and {most:,}.",
                    Map.of("least", 0, "most", MOST));
        amount = amount.stripTrailingZeros();
        if (amount.scale() > DECIMALS)
            throw new Invalid(
                    FieldReason.POINTS_DECIMALS,
                    "Story points may have at most two decimals.",
                    Map.of("most", DECIMALS));
        amount = amount.setScale(Math.max(0, amount.scale()));
    }
}
