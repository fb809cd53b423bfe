package org.maquete.maas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.world.World;

/** Spaces, and who is in them. */
class SpaceTest {

    private static final String SECOND = "10.10.0.0/24";

    private final InfraBench bench = InfraBench.lab().machine("server1", 4, 16384);

    @Test
    void putsWhatIsInNoSpaceIntoTheUndefinedOne() {
        assertThat(MaasView.spaces(world()))
                .extracting(SpaceTest::line)
                .containsExactly("-1 undefined 172.16.0.0/20");
        assertThat(MaasView.spacesOf(world(), "server1")).containsExactly("undefined");
    }

    @Test
    void listsSpacesWithTheirSubnetsAndTheUndefinedOneLast() {
        bench.ask(new DefineSubnet(SECOND, "", "", "", "", "", List.of()))
                .ask(new CreateResource(ResourceKind.SPACE, "storage", List.of()))
                .ask(new CreateResource(ResourceKind.SPACE, "empty", List.of()))
                .ask(new UpdateResource(ResourceKind.VLAN, "fabric-1 0", List.of("space=storage")))
                .ask(twoPorts());

        assertThat(MaasView.spaces(world()))
                .extracting(SpaceTest::line)
                .containsExactly(
                        "1 storage 10.10.0.0/24", "2 empty ", "-1 undefined 172.16.0.0/20");
        assertThat(MaasView.spacesOf(world(), "server2")).containsExactly("undefined", "storage");
    }

    private static InstallMachine twoPorts() {
        return new InstallMachine(
                "server2",
                4,
                16384,
                "default",
                List.of(),
                List.of(
                        new NicSpec("enp1s0", "52:54:00:03:02:01", "", ""),
                        new NicSpec("enp2s0", "52:54:00:03:02:02", "", SECOND)));
    }

    private static String line(Space space) {
        return space.number()
                + " "
                + space.name()
                + " "
                + String.join(",", space.subnets().stream().map(Subnet::cidr).toList());
    }

    private World world() {
        return bench.simulation().world();
    }
}
