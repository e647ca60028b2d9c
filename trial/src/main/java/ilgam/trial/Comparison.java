package ilgam.trial;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** Response times in milliseconds of the same request for two groups, and whether they differ significantly. */
record Comparison(List<Double> one, List<Double> other) {

    private static final int RESAMPLES = 2_000;
    private static final int BEYOND_CHANCE = 20;

    Comparison {
        one = one.stream().sorted().toList();
        other = other.stream().sorted().toList();
    }

    static double percentile(List<Double> sorted, int p) {
        return sorted.get((int) Math.ceil(p * sorted.size() / 100.0) - 1);
    }

    /** The difference of a percentile. */
    double difference(int p) {
        return percentile(one, p) - percentile(other, p);
    }

    /** The 95 % confidence interval of this difference (bootstrap). */
    List<Double> bounds(int p, RandomGenerator chance) {
        var differences = DoubleStream.generate(
                        () -> new Comparison(resampled(one, chance), resampled(other, chance)).difference(p))
                .limit(RESAMPLES)
                .sorted()
                .toArray();
        var beyond = RESAMPLES / BEYOND_CHANCE / 2;
        return List.of(differences[beyond], differences[RESAMPLES - 1 - beyond]);
    }

    /** The probability that a request of the first group takes longer: 0.5 means no difference. */
    double longer() {
        return one.stream()
                .mapToDouble(mine -> other.stream()
                        .mapToDouble(theirs -> (Math.signum(mine - theirs) + 1) / 2)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    /** The Mann-Whitney z score of the difference: beyond ±1.96 it is significant at 5 %. */
    double z() {
        double pairs = (double) one.size() * other.size();
        return (longer() - 0.5) * pairs / Math.sqrt(pairs * (one.size() + other.size() + 1) / 12);
    }

    private static List<Double> resampled(List<Double> times, RandomGenerator chance) {
        return chance.ints(times.size(), 0, times.size()).mapToObj(times::get).toList();
    }
}
