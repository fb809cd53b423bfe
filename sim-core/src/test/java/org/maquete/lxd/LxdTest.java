package org.maquete.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.hardware.SetPower;
import org.maquete.host.HostKind;
import org.maquete.host.HostView;
import org.maquete.host.InstallSystem;
import org.maquete.host.RemoveSystem;
import org.maquete.host.ShutDownHost;
import org.maquete.kernel.Ref;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

class LxdTest {

    private static final String JAMMY = "ubuntu@22.04";

    private final InfraBench bench =
            InfraBench.empty().machine("server1", 4, 16384).machine("server2", 4, 16384);

    @BeforeEach
    void aMachineIsUp() {
        bench.ask(new InstallSystem("server1", HostKind.NUC, ""))
                .ask(new SetPower("server1", true))
                .settle();
    }

    @Test
    void firstContainerTakesLongerThanTheNext() {
        long start = bench.simulation().now();
        create("c0");
        create("c1");

        bench.until(ContainerStarted.class, f -> f.name().equals("c0"));
        long first = bench.simulation().now() - start;
        bench.until(ContainerStarted.class, f -> f.name().equals("c1"));
        long second = bench.simulation().now() - start - first;

        assertThat(first).isBetween(2 * SimTime.MINUTE, 4 * SimTime.MINUTE);
        assertThat(second).isBetween(40 * SimTime.SECOND, 90 * SimTime.SECOND);
    }

    @Test
    void saysWhatJujuShowsAsMachineStatus() {
        create("c0");
        bench.settle();

        assertThat(bench.facts(ContainerProgressed.class))
                .extracting(ContainerProgressed::message)
                .containsExactly(
                        "Creating container spec",
                        "acquiring LXD image",
                        "Retrieving image: rootfs: 50%",
                        "Creating container",
                        "Container started");
        assertThat(LxdView.container(world(), "c0").orElseThrow().state())
                .isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void createsOneByOneInOrderOfAsking() {
        create("c2");
        create("c0");
        create("c1");
        bench.settle();

        assertThat(bench.facts(ContainerStarted.class))
                .extracting(ContainerStarted::name)
                .containsExactly("c2", "c0", "c1");
    }

    @Test
    void containersDieWithTheirHostAndComeBackWithIt() {
        create("c0");
        create("c1");
        bench.settle();

        bench.ask(new CutPower("server1"));
        assertThat(bench.facts(ContainerStopped.class))
                .containsExactly(new ContainerStopped("c0"), new ContainerStopped("c1"));
        assertThat(HostView.isUp(world(), "c0")).isFalse();

        bench.ask(new RestorePower("server1")).settle();
        assertThat(LxdView.containers(world(), "server1"))
                .extracting(Container::state)
                .containsOnly(ContainerState.RUNNING);
        assertThat(bench.facts(ContainerStarted.class)).hasSize(4);
    }

    @Test
    void creationBeginsAnewWhenItsHostIsBack() {
        create("c0");
        create("c1");
        bench.until(ContainerProgressed.class, f -> f.message().startsWith("Retrieving"));

        bench.ask(new CutPower("server1"));
        assertThat(bench.simulation().pending())
                .containsExactly("PowerPollDue maas-machine server1");
        bench.ask(new RestorePower("server1")).settle();

        assertThat(bench.facts(ContainerStarted.class)).hasSize(2);
        assertThat(bench.facts(CreationInterrupted.class)).hasSize(1);
    }

    @Test
    void hostLostDuringTheFirstBootOfAContainerBootsItLater() {
        create("c0");
        create("c1");
        bench.until(ContainerCreated.class, f -> true);

        bench.ask(new CutPower("server1")).ask(new RestorePower("server1")).settle();

        assertThat(LxdView.containers(world(), "server1"))
                .extracting(Container::state)
                .containsOnly(ContainerState.RUNNING);
    }

    @Test
    void deletesRunningQueuedAndHalfMadeContainers() {
        create("c0");
        bench.settle();
        create("c1");
        create("c2");
        create("c3");

        bench.ask(new DeleteContainer("c0"))
                .ask(new DeleteContainer("c1"))
                .ask(new DeleteContainer("c2"));
        bench.settle();

        assertThat(LxdView.containers(world())).extracting(Container::name).containsExactly("c3");
        assertThat(bench.facts(ContainerDeleted.class)).hasSize(3);
        assertThat(HostView.isUp(world(), "c3")).isTrue();
        assertThat(HostView.host(world(), "c0")).isEmpty();
    }

    @Test
    void losesContainersAndImagesWithTheSystemOfTheHost() {
        create("c0");
        create("c1");
        bench.until(ContainerStarted.class, f -> true);

        bench.ask(new RemoveSystem("server1")).settle();

        assertThat(LxdView.containers(world())).isEmpty();
        assertThat(LxdView.hasImage(world(), "server1", JAMMY)).isFalse();
        assertThat(bench.simulation().pending()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(bench.refused(new CreateContainer("server2", "c0", JAMMY)).missed())
                .isEqualTo(new Ref("host", "server2"));
        assertThat(bench.refused(new CreateContainer("server2", "c0", JAMMY)).message())
                .isEqualTo("host server2 is not up");
        create("c0");
        assertThat(bench.refused(new CreateContainer("server1", "c0", JAMMY)).message())
                .isEqualTo("Instance \"c0\" already exists");
        assertThat(bench.refused(new DeleteContainer("c9")).message())
                .isEqualTo("Instance not found");
    }

    @Test
    void aContainerThatDiesAloneStaysDown() {
        create("c0");
        bench.settle().ask(new ShutDownHost("c0")).settle();

        assertThat(LxdView.container(world(), "c0").orElseThrow().state())
                .isEqualTo(ContainerState.STOPPED);
    }

    @Test
    void stopsAndStartsAContainerInTheWordsOfLxd() {
        create("c0");
        bench.settle();

        bench.ask(new StopContainer("c0", false));
        assertThat(bench.refused(new StopContainer("c0", true)).message())
                .isEqualTo("The instance is already stopped");
        bench.ask(new StartContainer("c0")).settle();

        assertThat(bench.refused(new StartContainer("c0")).message())
                .isEqualTo("The instance is already running");
        assertThat(bench.refused(new StartContainer("c9")).message())
                .isEqualTo("Instance not found");
        assertThat(bench.facts(ContainerStarted.class)).hasSize(2);
    }

    @Test
    void aStoppedContainerStartsWithTheNextBootOfItsHost() {
        create("c0");
        bench.settle().ask(new StopContainer("c0", true));

        bench.ask(new CutPower("server1")).ask(new RestorePower("server1")).settle();

        assertThat(LxdView.container(world(), "c0").orElseThrow().state())
                .isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void resumesCreationsUnderWay() {
        create("c0");
        create("c1");
        bench.resumesEqually();

        bench.until(ContainerProgressed.class, f -> f.message().equals("Creating container"));
        bench.resumesEqually();

        bench.until(ContainerCreated.class, f -> true);
        bench.resumesEqually();
    }

    private void create(String name) {
        bench.ask(new CreateContainer("server1", name, JAMMY));
    }

    private World world() {
        return bench.simulation().world();
    }
}
