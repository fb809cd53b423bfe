package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final long S = SimTime.SECOND;

    private static final List<Distribution> ALL =
            List.of(
                    new Distribution.Constant(7 * S),
                    new Distribution.Uniform(10 * S, 20 * S),
                    new Distribution.Triangular(10 * S, 12 * S, 20 * S),
                    new Distribution.Normal(15 * S, 2 * S, 0, 30 * S),
                    new Distribution.Normal(15 * S, 20 * S, 14 * S, 18 * S),
                    new Distribution.Lognormal(60 * S, 120 * S, 0, 3600 * S),
                    new Distribution.Exponential(60 * S, 20 * S, 3600 * S),
                    new Distribution.Empirical(List.of(3 * S, 5 * S, 5 * S, 11 * S)));

    private static Draws draws(int n) {
        return Draws.of(1, "test", "thing", "length", n);
    }

    private static long[] sorted(Distribution distribution) {
        long[] samples = new long[20_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = distribution.sampleNs(draws(i));
        }
        Arrays.sort(samples);
        return samples;
    }

    private static double seconds(long ns) {
        return (double) ns / S;
    }

    private static double quantile(Distribution distribution, double share) {
        long[] samples = sorted(distribution);
        return seconds(samples[(int) (share * (samples.length - 1))]);
    }

    private static double mean(Distribution distribution) {
        return Arrays.stream(sorted(distribution)).average().orElseThrow() / S;
    }

    @Test
    void givesTheSameLengthsInEveryVersionOfMaquete() {
        assertThat(ALL.stream().map(d -> d.sampleNs(draws(3))).toList())
                .containsExactly(
                        7_000_000_000L,
                        19_031_558_144L,
                        17_216_560_608L,
                        11_688_460_759L,
                        17_612_623_258L,
                        29_862_315_763L,
                        113_386_077_034L,
                        11_000_000_000L);
    }

    @Test
    void staysWithinItsBounds() {
        for (Distribution distribution : ALL) {
            long[] samples = sorted(distribution);
            assertThat(samples[0]).isGreaterThanOrEqualTo(distribution.lowNs());
            assertThat(samples[samples.length - 1]).isLessThanOrEqualTo(distribution.highNs());
        }
    }

    @Test
    void hasTheMedianAndTheTailThatItsFormulaHas() {
        assertThat(quantile(ALL.get(1), 0.5)).isCloseTo(15, within(0.2));
        assertThat(quantile(ALL.get(2), 0.2)).isCloseTo(12, within(0.2));
        assertThat(quantile(ALL.get(2), 0.8)).isCloseTo(16, within(0.2));
        assertThat(quantile(ALL.get(3), 0.5)).isCloseTo(15, within(0.1));
        assertThat(quantile(ALL.get(3), 0.975)).isCloseTo(15 + 1.96 * 2, within(0.15));
        assertThat(quantile(ALL.get(5), 0.5)).isCloseTo(60, within(1.0));
        assertThat(quantile(ALL.get(5), 0.95)).isCloseTo(120, within(3.0));
        assertThat(quantile(ALL.get(6), 0.5)).isCloseTo(20 + 40 * Math.log(2), within(1.0));
        assertThat(mean(ALL.get(6))).isCloseTo(60, within(1.0));
        assertThat(mean(ALL.get(7))).isCloseTo(6, within(0.1));
    }

    @Test
    void isNearlyUniformWhereANormalOneIsCutNarrowly() {
        assertThat(quantile(ALL.get(4), 0.5)).isCloseTo(16, within(0.05));
        assertThat(quantile(ALL.get(4), 0.25)).isCloseTo(15, within(0.05));
    }

    @Test
    void refusesLengthsOutOfOrder() {
        assertThatThrownBy(() -> new Distribution.Uniform(2, 1))
                .hasMessage("expected lengths in order, in ns, found 0, 2, 1");
        assertThatThrownBy(() -> new Distribution.Normal(5, 0, 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Lognormal(5, 5, 0, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Exponential(5, 5, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Empirical(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToDrawASpanThatNobodyDeclares() {
        Settings settings = Settings.DEFAULT;
        Simulation toy = new Simulation(new Model(List.of()), settings);
        Outcome out = new Outcome(toy, 0, 0, false);

        assertThatThrownBy(() -> out.draw(Span.seconds("toy.nap", 1, 2, "GUESS"), "cat", 0))
                .hasMessageContaining("expected a span that a subsystem declares, found toy.nap");
    }
}
