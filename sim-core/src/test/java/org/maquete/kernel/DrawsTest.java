package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static Draws of(String name, String purpose, long n) {
        return Draws.of(1, "juju", name, purpose, n);
    }

    @Test
    void givesTheSameValuesInEveryVersionOfMaquete() {
        Draws draws = of("vault/0", "hook", 3);

        assertThat(List.of(draws.bits(), draws.bits()))
                .containsExactly(-6169032726101778874L, -4257564247878382130L);
        assertThat(draws.between(10, 20)).isEqualTo(18);
        assertThat(draws.unit()).isEqualTo(0.33151587319330056);
        assertThat(draws.hex(20)).isEqualTo("a1775b6ef9d59baf5480");
        assertThat(draws.uuid()).isEqualTo("2d7f01e4-986a-4bd5-87c4-92c966ca7b59");
    }

    @Test
    void dependsOnEachPartOfItsKeyAndOnNothingElse() {
        Set<Long> first = new LinkedHashSet<>();
        first.add(Draws.of(1, "juju", "vault/0", "hook", 0).bits());
        first.add(Draws.of(2, "juju", "vault/0", "hook", 0).bits());
        first.add(Draws.of(1, "lxd", "vault/0", "hook", 0).bits());
        first.add(Draws.of(1, "juju", "vault/1", "hook", 0).bits());
        first.add(Draws.of(1, "juju", "vault/0", "boot", 0).bits());
        first.add(Draws.of(1, "juju", "vault/0", "hook", 1).bits());

        assertThat(first).hasSize(6);
    }

    @Test
    void leavesTheLuckOfOthersAloneWhenThereIsOneMoreName() {
        List<Long> three =
                IntStream.range(0, 3).mapToObj(i -> of("u/" + i, "x", 0).bits()).toList();
        List<Long> four = IntStream.range(0, 4).mapToObj(i -> of("u/" + i, "x", 0).bits()).toList();

        assertThat(four.subList(0, 3)).isEqualTo(three);
    }

    @Test
    void spreadsEvenlyOverItsRange() {
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[of("unit/" + i, "spread", 0).below(10)]++;
        }

        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
    }

    @Test
    void staysInsideItsBounds() {
        for (int i = 0; i < 1000; i++) {
            assertThat(of("a", "b", i).between(-3, 3)).isBetween(-3L, 3L);
            assertThat(of("a", "b", i).unit()).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
        assertThat(of("a", "b", 0).between(7, 7)).isEqualTo(7);
    }

    @Test
    void makesUuidsOfVersionFour() {
        assertThat(of("a", "id", 0).uuid())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void refusesImpossibleRanges() {
        assertThatThrownBy(() -> of("a", "b", 0).below(0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> of("a", "b", 0).between(2, 1)).hasMessageContaining("found 2..1");
        assertThatThrownBy(() -> of("a", "b", 0).between(Long.MIN_VALUE, Long.MAX_VALUE))
                .hasMessageContaining("expected low <= high");
    }
}
