package ilgam.trial;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ComparisonTest {

    private final Random chance = new Random(7);

    @Test
    void percentiles_are_the_nearest_ranks() {
        var sorted = List.of(1.0, 2.0, 3.0, 4.0);
        assertThat(Comparison.percentile(sorted, 50)).isEqualTo(2);
        assertThat(Comparison.percentile(sorted, 95)).isEqualTo(4);
    }

    @Test
    void a_constant_difference_is_significant() {
        var apart = new Comparison(List.of(6.0, 5.0, 4.0), List.of(3.0, 2.0, 1.0));
        assertThat(apart.difference(50)).isEqualTo(3);
        assertThat(apart.longer()).isEqualTo(1);
        assertThat(apart.z()).isCloseTo(4.5 / Math.sqrt(9 * 7 / 12.0), within(1e-9));
    }

    @Test
    void equal_times_have_no_significant_difference() {
        var same = new Comparison(List.of(1.0, 2.0), List.of(2.0, 1.0));
        assertThat(same.difference(50)).isZero();
        assertThat(same.longer()).isEqualTo(0.5);
        assertThat(same.z()).isZero();
    }

    @Test
    void random_variation_is_not_significant() {
        var same = new Comparison(times(() -> chance.nextGaussian(10, 1)), times(() -> chance.nextGaussian(10, 1)));
        var slower = new Comparison(times(() -> chance.nextGaussian(11, 1)), times(() -> chance.nextGaussian(10, 1)));
        assertThat(same.bounds(50, chance).getFirst()).isNegative();
        assertThat(same.bounds(50, chance).getLast()).isPositive();
        assertThat(Math.abs(same.z())).isLessThan(1.96);
        assertThat(slower.bounds(50, chance).getFirst()).isPositive();
        assertThat(slower.z()).isGreaterThan(1.96);
    }

    private static List<Double> times(DoubleSupplier time) {
        return DoubleStream.generate(time).limit(200).boxed().toList();
    }
}
