package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogTest {

    private record Branch(Log<Integer> log, List<Integer> twin) {
        void check() {
            assertThat(log.count()).isEqualTo(twin.size());
            for (int i = 0; i < twin.size(); i++) {
                if (!log.get(i).equals(twin.get(i))) {
                    assertThat(log.get(i)).as("entry %s", i).isEqualTo(twin.get(i));
                }
            }
        }
    }

    @Test
    void growsAndForksLikeAList() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Branch> branches = new ArrayList<>();
            branches.add(new Branch(new Log<>(), new ArrayList<>()));
            for (int i = 0; i < 200; i++) {
                Branch branch = branches.get(random.nextInt(branches.size()));
                if (random.nextInt(20) == 0 && branches.size() < 8) {
                    branches.add(new Branch(branch.log.fork(), new ArrayList<>(branch.twin)));
                } else {
                    for (int n = random.nextInt(60); n > 0; n--) {
                        int value = random.nextInt();
                        branch.log.add(value);
                        branch.twin.add(value);
                    }
                }
            }
            branches.forEach(Branch::check);
        }
    }

    @Test
    void namesTheRangeOfAWrongIndex() {
        Log<String> log = new Log<>();
        log.add("first");

        assertThatThrownBy(() -> log.get(1)).hasMessage("expected 0..0, found 1");
    }
}
