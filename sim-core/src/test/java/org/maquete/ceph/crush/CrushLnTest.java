package org.maquete.ceph.crush;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The fast ways against slow, obvious ones. */
final class CrushLnTest {

    /** With 256 bits. */
    private static long slowLog2(long m) {
        BigInteger one = BigInteger.ONE.shiftLeft(255);
        BigInteger rest = new BigInteger(Long.toUnsignedString(m)).shiftLeft(192);
        long bits = 0;
        for (int i = 0; i < 48; i++) {
            rest = rest.multiply(rest).shiftRight(255);
            boolean isTwo = rest.compareTo(one.shiftLeft(1)) >= 0;
            bits = bits << 1 | (isTwo ? 1 : 0);
            rest = isTwo ? rest.shiftRight(1) : rest;
        }
        return bits;
    }

    @Test
    void logarithmsAreExactToTheLastBit() {
        for (long k = 0; k < 128; k++) {
            assertThat(CrushLn.log2((128 + k) << 56)).isEqualTo(slowLog2((128 + k) << 56));
        }
        for (long k = 0; k < 256; k++) {
            long m = ((1L << 15) + k) << 48;
            assertThat(CrushLn.log2(m)).isEqualTo(slowLog2(m));
        }
    }

    @Test
    void theTableGoesFrom2To48DownTo2To28() {
        assertThat(CrushLn.negated(0)).isEqualTo(1L << 48);
        assertThat(CrushLn.negated(0xffff)).isEqualTo(1L << 28);
        assertThat(CrushLn.table()).hasSize(1 << 16).doesNotContain(0);
    }

    @Test
    void windowsHoldForEveryPairOfNearHashes() {
        for (int weight : new int[] {1, 0x10000, 30_474, 0x640000, Integer.MAX_VALUE}) {
            int window = Straw2.window(weight);
            for (int u = window + 1; u < 1 << 16; u += 3) {
                long least = Long.MAX_VALUE;
                for (int v = Math.max(0, u - window - 40); v < u - window; v++) {
                    least = Math.min(least, CrushLn.negated(v) / weight);
                }
                assertThat(least).isGreaterThan(CrushLn.negated(u) / weight);
            }
        }
    }
}
