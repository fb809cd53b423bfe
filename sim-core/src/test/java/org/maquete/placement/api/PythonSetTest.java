package org.maquete.placement.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders and hashes as CPython 3.11.7 printed them. */
final class PythonSetTest {

    private static List<Integer> tuple(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static PythonSet<List<Integer>> tuples() {
        return new PythonSet<>(
                each -> PythonSet.hashOfTuple(each.stream().mapToInt(i -> i).toArray()));
    }

    private static List<List<Integer>> order(PythonSet<List<Integer>> set) {
        List<List<Integer>> order = new ArrayList<>();
        set.forEach(order::add);
        return order;
    }

    private static String text(PythonSet<List<Integer>> set) {
        return order(set).toString().replaceAll("[\\[\\], ]+", " ").strip();
    }

    @Test
    void hashesTuplesOfNumbers() {
        assertThat(PythonSet.hashOfTuple(4, 1, 2)).isEqualTo(-6_362_908_614_013_626_339L);
    }

    @Test
    void walksASetThatGrew() {
        PythonSet<List<Integer>> set = tuples();
        for (int provider = 1; provider <= 3; provider++) {
            for (int root : provider < 3 ? new int[] {1, 2, 9} : new int[] {1}) {
                set.add(tuple(provider, root, 0));
                set.add(tuple(provider, root, 2));
            }
        }

        assertThat(text(set))
                .isEqualTo(
                        "1 1 0 1 2 0 2 1 0 2 2 2 1 9 0 3 1 0 1 1 2 1 2 2 2 1 2 2 9 0 1 9 2 3 1 2"
                                + " 2 2 0 2 9 2");
        assertThat(text(set.where(each -> each.get(1) != 2)))
                .isEqualTo("1 1 0 2 1 0 3 1 0 1 9 0 1 1 2 2 9 0 2 1 2 1 9 2 3 1 2 2 9 2");
    }

    @Test
    void addsASetToASet() {
        PythonSet<List<Integer>> left = tuples();
        left.add(tuple(1, 1, 0));
        left.add(tuple(1, 1, 2));
        left.add(tuple(1, 2, 0));
        PythonSet<List<Integer>> right = tuples();
        right.add(tuple(1, 2, 0));
        right.add(tuple(1, 2, 2));
        right.add(tuple(1, 9, 0));

        left.addAll(right);

        assertThat(order(left))
                .containsExactly(
                        tuple(1, 2, 2),
                        tuple(1, 1, 0),
                        tuple(1, 2, 0),
                        tuple(1, 9, 0),
                        tuple(1, 1, 2));
    }

    @Test
    void walksNumbersBySlot() {
        assertThat(PythonSet.order(List.of(9, 1, 3, 1))).containsExactly(9, 3, 1);
        assertThat(PythonSet.order(List.of(1, 9, 3))).containsExactly(1, 3, 9);
    }
}
