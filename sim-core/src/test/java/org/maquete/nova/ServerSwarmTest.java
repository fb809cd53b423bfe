package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Simulation;
import org.maquete.world.World;
import org.maquete.world.WorldDiff;

/** Servers to which anything is done at any time, on hosts that come and go. */
class ServerSwarmTest {

    private static final int SEEDS = 24;
    private static final int ROUNDS = 120;
    private static final List<String> PROGRAMS = List.of("", "nova-compute", "ovn-controller");

    private static void disturb(ServerTrace run, SplittableRandom random) {
        List<Server> servers = NovaView.servers(run.lab.world());
        String uuid = servers.isEmpty() ? "" : servers.get(random.nextInt(servers.size())).uuid();
        switch (random.nextInt(8)) {
            case 0 -> run.create("vm-" + random.nextInt(1_000_000), "m1.tiny");
            case 1 -> {
                boolean on = random.nextInt(3) > 0;
                String program = PROGRAMS.get(random.nextInt(PROGRAMS.size()));
                run.lab.turn("nova-compute-" + random.nextInt(3), program, on);
            }
            case 2, 3 -> run.lab.pass(random.nextInt(90));
            default -> {
                if (!uuid.isEmpty()) {
                    act(run, uuid, random);
                }
            }
        }
    }

    private static void act(ServerTrace run, String uuid, SplittableRandom random) {
        ServerAction[] all = ServerAction.values();
        String status = run.server(uuid).status();
        boolean kept = status.equals("SOFT_DELETED");
        boolean ends = (kept || status.equals("VERIFY_RESIZE")) && random.nextBoolean();
        ServerAction resized =
                random.nextBoolean() ? ServerAction.CONFIRM_RESIZE : ServerAction.REVERT_RESIZE;
        ServerAction end = kept ? ServerAction.RESTORE : resized;
        ServerAction action = ends ? end : all[1 + random.nextInt(all.length - 1)];
        String detail =
                switch (action) {
                    case RESIZE -> other(run.lab.world(), random);
                    case REBUILD -> run.server(uuid).image();
                    case LIVE_MIGRATE -> "block";
                    default -> "";
                };
        run.act(uuid, action, detail);
    }

    private static String other(World world, SplittableRandom random) {
        List<Flavor> flavors = NovaView.flavors(world);
        return flavors.get(random.nextInt(flavors.size())).uuid();
    }

    private static ServerTrace disturbed(long seed, boolean checks) {
        ServerTrace run = new ServerTrace(3);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            disturb(run, random);
            if (checks) {
                assertThat(run.lab.simulation().violations()).as("seed %s", seed).isEmpty();
            }
        }
        return run;
    }

    @Test
    void keepsWhatMustAlwaysHold() {
        TreeSet<String> ends = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            ServerTrace run = disturbed(seed, true);
            for (int i = 0; i < 3; i++) {
                run.lab.turn("nova-compute-" + i, "", true);
                run.lab.turn("nova-compute-" + i, "nova-compute", true);
                run.lab.turn("nova-compute-" + i, "ovn-controller", true);
            }
            run.lab.simulation().runToEnd();

            assertThat(run.lab.simulation().violations()).as("seed %s", seed).isEmpty();
            assertThat(NovaView.servers(run.lab.world()))
                    .as("seed %s: nothing is on its way for ever", seed)
                    .allMatch(s -> s.taskState().isEmpty());
            for (Migration each : run.lab.world().table(NovaView.MIGRATIONS)) {
                ends.add(each.type() + " " + each.status());
            }
            NovaView.servers(run.lab.world()).forEach(s -> ends.add(s.status()));
        }

        assertThat(ends)
                .as("the swarm gets everywhere")
                .contains(
                        "ACTIVE",
                        "ERROR",
                        "SHELVED_OFFLOADED",
                        "SHUTOFF",
                        "VERIFY_RESIZE",
                        "evacuation completed",
                        "live-migration completed",
                        "migration confirmed",
                        "migration reverted",
                        "resize confirmed",
                        "resize reverted");
    }

    @Test
    void givesTheSameAgainAndFromItsLog() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation one = disturbed(seed, false).lab.simulation();
            Simulation other = disturbed(seed, false).lab.simulation();
            Simulation replayed = Simulation.replay(one.model(), one.settings(), one.inputs());
            replayed.runUntil(one.now());

            assertThat(other.journal().digest())
                    .as("seed %s", seed)
                    .isEqualTo(one.journal().digest());
            assertThat(replayed.world().digest())
                    .as("seed %s", seed)
                    .isEqualTo(one.world().digest());
        }
    }

    @Test
    void goesOnInAForkAsItDoesItself() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation parent = disturbed(seed, false).lab.simulation();
            Simulation fork = parent.fork();
            long digest = parent.world().digest();
            fork.runToEnd();

            assertThat(parent.world().digest()).as("seed %s", seed).isEqualTo(digest);
            parent.runToEnd();
            assertThat(WorldDiff.between(parent.world(), fork.world()).isEmpty())
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    /** The queue is dropped in the middle; what the rows say is on its way comes to its end. */
    @Test
    void bringsToAnEndWhatAnObservedWorldHasOnItsWay() {
        ServerTrace run = new ServerTrace(3);
        String builds = run.create("one", "m1.tiny");
        String stops = run.running("two", "m1.tiny");
        run.act(stops, ServerAction.STOP, "");
        run.submit(new ActOnServers(List.of(builds), ServerAction.MIGRATE, "", true, false));

        Simulation old = run.lab.simulation();
        Simulation resumed = Simulation.resume(old.model(), old.settings(), old.world(), old.now());
        resumed.runToEnd();

        assertThat(NovaView.server(resumed.world(), stops).orElseThrow().status())
                .isEqualTo("SHUTOFF");
        assertThat(NovaView.server(resumed.world(), builds).orElseThrow().status())
                .isEqualTo("VERIFY_RESIZE");
    }
}
