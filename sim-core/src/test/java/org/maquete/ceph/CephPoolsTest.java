package org.maquete.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.CephPools.Wish;

/** Numbers of groups as a real deployment of three OSDs has them. */
class CephPoolsTest {

    private static int pgNum(double weight) {
        return CephPools.pgNum(new Wish("pool", "rbd", weight, 3), 3, 100);
    }

    @Test
    void sharesTheGroupsOfThreeOsdsAsTheCharmDoes() {
        assertThat(List.of(pgNum(5), pgNum(40), pgNum(20), pgNum(3), pgNum(1), pgNum(0.1)))
                .containsExactly(4, 32, 16, 4, 2, 2);
    }

    @Test
    void givesAGatewayFifteenPools() {
        List<Wish> wishes = CephPools.ofGateway(20, 3);

        assertThat(wishes).hasSize(15);
        assertThat(wishes.stream().mapToInt(wish -> CephPools.pgNum(wish, 3, 100)).sum())
                .isEqualTo(16 + 4 + 2 + 12 * 2);
    }

    @Test
    void takesTheNextPowerOfTwoWhenTheOneBelowIsTooFar() {
        assertThat(CephPools.pgNum(new Wish("pool", "rbd", 30, 3), 3, 100)).isEqualTo(32);
        assertThat(CephPools.pgNum(new Wish("pool", "rbd", 24, 3), 3, 100)).isEqualTo(32);
    }
}
