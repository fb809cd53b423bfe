package org.maquete.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.junit.jupiter.api.Test;

final class IntervalTest {

    @Test
    void givesTheIntervalOfStudentsT() {
        Interval interval = Interval.of(DoubleArrayList.newListWith(1, 2, 3, 4, 5));

        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.half()).isCloseTo(2.776 * Math.sqrt(2.5 / 5), within(1e-9));
    }

    @Test
    void saysNothingOfASingleValue() {
        assertThat(Interval.of(DoubleArrayList.newListWith(7))).isEqualTo(new Interval(7, 0));
    }

    @Test
    void goesOnSmoothlyBeyondTheTable() {
        assertThat(Interval.quantile(31)).isCloseTo(2.0395, within(0.001));
        assertThat(Interval.quantile(60)).isCloseTo(2.0003, within(0.0005));
        assertThat(Interval.quantile(1000)).isCloseTo(1.9623, within(0.0005));
    }
}
