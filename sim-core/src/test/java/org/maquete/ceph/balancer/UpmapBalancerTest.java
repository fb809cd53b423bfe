package org.maquete.ceph.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapJsonReader;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/** Against what {@code osdmaptool --upmap --upmap-deviation 1} did on the same maps. */
final class UpmapBalancerTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ceph");
    private static final double TINY = 1e-9;
    private static final UpmapBalancer.Goal ONE = new UpmapBalancer.Goal(1, 100_000);

    private record Recorded(OsdMap map, CrushMap crush, OsdMap theirs, int theirCount) {

        UpmapBalancer.Plan plan(OsdMap from) {
            return UpmapBalancer.balance(from, crush, from.pools(), ONE);
        }
    }

    static List<String> recordings() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith("upmap-"))
                    .sorted()
                    .toList();
        }
    }

    private static Recorded recorded(String name) throws IOException {
        Path folder = GOLDEN.resolve(name);
        OsdMap map =
                OsdMapJsonReader.read(Files.readString(folder.resolve("osdmap.json")))
                        .map()
                        .orElseThrow();
        CrushMap crush =
                CrushJsonReader.read(Files.readString(folder.resolve("crush.json")))
                        .map()
                        .orElseThrow();
        List<String> commands = Files.readAllLines(folder.resolve("upmaps.txt"));
        return new Recorded(map, crush, typed(map, commands), commands.size());
    }

    /** The map after {@code ceph osd pg-upmap-items PG FROM TO ...}. */
    private static OsdMap typed(OsdMap map, List<String> commands) {
        List<Exceptions.Items> items = new ArrayList<>();
        for (String command : commands) {
            String[] words = command.split(" ", -1);
            assertThat(words[2]).isEqualTo("pg-upmap-items");
            int[] pairs = Arrays.stream(words).skip(4).mapToInt(Integer::parseInt).toArray();
            items.add(new Exceptions.Items(PgId.parse(words[3]).orElseThrow(), Ints.of(pairs)));
        }
        return map.withExceptions(new Exceptions(List.of(), items, List.of(), List.of()));
    }

    private static UpmapBalancer.Result result(Recorded recorded, OsdMap map) {
        return UpmapBalancer.balance(
                        map, recorded.crush(), map.pools(), new UpmapBalancer.Goal(1000, 0))
                .results()
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void evensOutAtLeastAsWellAsOsdmaptool(String name) throws IOException {
        Recorded recorded = recorded(name);
        UpmapBalancer.Result theirs = result(recorded, recorded.theirs());

        UpmapBalancer.Plan plan = recorded.plan(recorded.map());

        UpmapBalancer.Result ours = plan.results().getFirst();
        assertThat(ours.deviationMaxAfter())
                .isLessThanOrEqualTo(theirs.deviationMaxBefore() + TINY)
                .isLessThanOrEqualTo(1 + TINY);
        assertThat(ours.stddevAfter()).isLessThanOrEqualTo(theirs.stddevBefore() + TINY);
        assertThat(plan.commands()).hasSizeLessThanOrEqualTo(recorded.theirCount());
        assertThat(plan.commands()).hasSize(ours.changedCount());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void keepsTheFailureDomainsOfTheRule(String name) throws IOException {
        Recorded recorded = recorded(name);
        OsdMap after = recorded.plan(recorded.map()).map();
        Pool pool = after.pools().getFirst();
        RuleDomains domains = domains(recorded.crush(), pool);
        PgMapper mapper = new PgMapper(after, recorded.crush());

        for (int seed = 0; seed < pool.pgNum(); seed++) {
            int[] up = mapper.map(pool, seed).up().stream().toArray();
            assertThat(up).hasSize(pool.size()).doesNotHaveDuplicates();
            assertThat(domains.isSound(up)).as("group %s of %s", seed, name).isTrue();
        }
        assertThat(UpmapCleanup.of(after, recorded.crush()).map()).isEqualTo(after);
    }

    private static RuleDomains domains(CrushMap crush, Pool pool) {
        return new RuleDomains(crush, crush.rule(pool.crushRule()).orElseThrow(), pool.size());
    }

    @Test
    void hasNothingToDoAfterItself() throws IOException {
        Recorded recorded = recorded("upmap-uneven");
        UpmapBalancer.Plan first = recorded.plan(recorded.map());

        UpmapBalancer.Plan second = recorded.plan(first.map());

        assertThat(second.commands()).isEmpty();
        assertThat(recorded.plan(recorded.map()).commands()).isEqualTo(first.commands());
    }

    @Test
    void goesOnFromUpmapsThatAreThereAndTakesAwayThoseThatDoNotHold() throws IOException {
        Recorded recorded = recorded("upmap-hosts");
        List<OsdState> osds = new ArrayList<>(recorded.theirs().osds());
        osds.set(3, new OsdState(3, true, 0, OsdState.ONE));
        OsdMap out = recorded.theirs().withOsds(recorded.map().osdCountMax(), osds);

        UpmapBalancer.Plan plan = recorded.plan(out);

        assertThat(plan.cleaned()).isPositive();
        assertThat(plan.commands().subList(0, plan.cleaned()))
                .allMatch(c -> c.matches("ceph osd (rm-)?pg-upmap-items .*"));
        assertThat(plan.map().exceptions().upmapItems())
                .noneMatch(e -> e.pairs().stream().skip(1).findFirst().orElse(-1) == 3);
        assertThat(plan.results().getFirst().deviationMaxAfter()).isLessThanOrEqualTo(1 + TINY);
    }

    @Test
    void changesNoMoreGroupsThanAskedFor() throws IOException {
        Recorded recorded = recorded("upmap-racks");

        UpmapBalancer.Plan plan =
                UpmapBalancer.balance(
                        recorded.map(),
                        recorded.crush(),
                        recorded.map().pools(),
                        new UpmapBalancer.Goal(1, 7));

        assertThat(plan.commands()).hasSize(7);
    }
}
