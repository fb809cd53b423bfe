package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maquete.InfraBench;
import org.maquete.finding.TypedLine;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.juju.BoundEndpoint;
import org.maquete.juju.InstanceStatusSet;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.kernel.JournalEntry;
import org.maquete.maas.CreateResource;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.EnlistMachine;
import org.maquete.maas.NodeStatus;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.UpdateResource;
import org.maquete.maas.Wiring;
import org.maquete.observe.Mirror;

/** Spaces of MAAS as Juju sees them, and where a container finds none. */
class SpaceTest {

    private static final String MODEL = "maas-controller:openstack";
    private static final String DB = "10.9.0.0/24";

    private final ClientBench bench = ClientBench.withCloud();

    @Test
    void aModelWithoutSpacesInMaasHasAlphaAndUndefined() {
        String printed = type(ClientBench.BEGIN + "juju spaces");

        assertThat(printed.lines())
                .containsExactly(
                        "Name       Space ID  Subnets      ",
                        "alpha      0                      ",
                        "undefined  1         172.16.0.0/20",
                        " ".repeat(34));
    }

    @Test
    void spacesAreThoseOfTheInstantAtWhichTheModelWasMadeUntilTheyAreReloaded() {
        type(ClientBench.BEGIN);
        storage();

        assertThat(type("juju spaces --short")).doesNotContain("db");
        assertThat(type("juju reload-spaces")).isEmpty();
        assertThat(type("juju spaces --short")).isEqualTo("Space\nalpha\ndb\nundefined");
        assertThat(type("juju spaces --format json"))
                .contains(
                        "{\"id\":\"2\",\"name\":\"db\",\"subnets\":{\"10.9.0.0/24\":{\"type\":"
                                + "\"ipv4\",\"provider-id\":\"2\",\"status\":\"in-use\",\"zones\":"
                                + "[\"default\"]}}}");
    }

    @Test
    void aNewModelLearnsTheSpacesByItself() {
        storage();

        assertThat(type(ClientBench.BEGIN + "juju spaces --short"))
                .isEqualTo("Space\nalpha\ndb\nundefined");
    }

    @Test
    void aSpaceThatAPersonAddsTakesItsSubnetsFromTheOthers() {
        type(ClientBench.BEGIN);
        storage();
        type("juju reload-spaces");

        assertThat(type("juju add-space own " + DB))
                .isEqualTo("added space \"own\" with subnets 10.9.0.0/24");
        assertThat(type("juju spaces")).contains("own        3         10.9.0.0/24");
        assertThat(type("juju add-space more")).isEqualTo("added space \"more\" with no subnets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "juju add-space | invalid arguments specified: space name is required",
                "juju add-space A | invalid arguments specified: \"A\" is not a valid space name",
                "juju add-space a 1.2 | invalid arguments specified: \"1.2\" is not a valid CIDR",
                "juju add-space alpha | cannot add space \"alpha\": adding space \"alpha\": space"
                        + " \"alpha\" already exists",
                "juju add-space a 10.1.0.0/24 | cannot add space \"a\": subnet \"10.1.0.0/24\""
                        + " not found",
                "juju remove-space db | cannot remove space \"db\": modifying provider-sourced"
                        + " spaces not supported (not supported)",
                "juju deploy mysql-innodb-cluster --bind nowhere | space \"nowhere\" not found",
                "juju deploy vault --bind =db | --bind must be in the form '[<default-space>]"
                        + " [<endpoint-name>=<space> ...]'; found \"=\" without endpoint name. Use"
                        + " a lone space name to set the default.",
                "juju bind | no application specified",
                "juju bind vault | no bindings specified",
                "juju bind vault nothing=alpha | endpoint \"nothing\" not found"
            })
    void refusesWordForWord(String line, String message) {
        type(ClientBench.BEGIN);
        type("juju deploy vault");

        assertThat(type(line)).isEqualTo("ERROR " + message);
    }

    @Test
    void refusesAnEndpointThatTheCharmDoesNotHave() {
        type(ClientBench.BEGIN);

        assertThat(type("juju deploy vault --bind nothing=alpha"))
                .isEqualTo(
                        "ERROR unknown endpoint \"nothing\" not valid\n"
                                + "ERROR failed to deploy charm \"vault\"");
    }

    @Test
    void anEndpointMovesOnlyIfTheMachinesAreInItsSpace() {
        storage();
        type(ClientBench.BEGIN + "juju deploy ubuntu\njuju wait-for unit ubuntu/0");

        assertThat(type("juju bind ubuntu db"))
                .isEqualTo(
                        "ERROR changing default space to \"db\" is not feasible: one or more"
                                + " deployed machines lack an address in this space");
        assertThat(type("juju bind ubuntu db --force")).doesNotContain("ERROR");
        assertThat(type("juju show-application ubuntu")).contains("\"\": db");
    }

    @Test
    void aContainerGetsNoNetworkWhereItsHostIsNotInTheSpace() {
        storage();
        type(ClientBench.BEGIN + "juju add-machine\njuju wait-for machine 0 --timeout=60m");
        type("juju deploy vault --to lxd:0 --bind db");

        StatusInfo status = machine("0/lxd/0").instance();
        assertThat(status.current()).isEqualTo("provisioning error");
        assertThat(status.message())
                .isEqualTo("host machine \"0\" has no available device in space(s) \"db\"");
        assertThat(told("0/lxd/0"))
                .contains(
                        "failed to start machine 0/lxd/0 (unable to setup network: host machine"
                                + " \"0\" has no available device in space(s) \"db\"), retrying in"
                                + " 10s (10 more attempts)");
        assertThat(unit("vault/0").workload().message()).isEqualTo("waiting for machine");
    }

    @Test
    void theCheckSaysWhichSpacesThereAreForAContainerWithoutANetwork() {
        storage();
        type(
                ClientBench.BEGIN
                        + "juju add-machine\njuju wait-for machine 0 --timeout=60m\n"
                        + "juju deploy vault --to lxd:0 --bind db");

        assertThat(bench.findings("juju.provisioning-failed"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.subject().name()).isEqualTo("0/lxd/0");
                    assertThat(found.cause().en())
                            .contains("the host has none in that space")
                            .contains("db (10.9.0.0/24)");
                });
    }

    @Test
    void aMachineIsAskedForWithAPortInEachSpace() {
        storage();
        wired("server6");
        type(ClientBench.BEGIN + "juju deploy ubuntu --constraints spaces=db");

        assertThat(machine("0").hostname()).isEqualTo("server6");
    }

    @Test
    void aContainerHasAnAddressOfTheSpaceItIsBoundTo() {
        storage();
        wired("server6");
        type(
                ClientBench.BEGIN
                        + "juju add-machine --constraints spaces=db\n"
                        + "juju wait-for machine 0 --timeout=60m\n"
                        + "juju deploy vault --to lxd:0 --bind db");

        assertThat(machine("0/lxd/0").addresses()).containsExactly("10.9.0.2");
    }

    @Test
    void aContainerThatSaysNothingHasNoObviousSpaceOnAHostInTwo() {
        storage();
        wired("server6");
        type(
                ClientBench.BEGIN
                        + "juju add-machine --constraints spaces=db\n"
                        + "juju wait-for machine 0 --timeout=60m\n"
                        + "juju deploy vault --to lxd:0");

        assertThat(machine("0/lxd/0").instance().message())
                .isEqualTo(
                        "no obvious space for container \"0/lxd/0\", host machine has spaces:"
                                + " \"db\", \"undefined\"");
    }

    @Test
    void aMachineIsNotAskedForWhenOtherEndpointsAreInAlpha() {
        storage();
        type(ClientBench.BEGIN + "juju deploy vault --bind shared-db=db");

        assertThat(machine("0").instance().message())
                .isEqualTo(
                        "matching subnets to zones: cannot use space \"alpha\" as deployment"
                                + " target: no subnets");
    }

    @Test
    void aMachineIsNotAskedForInASpaceThatIsNotThere() {
        type(ClientBench.BEGIN + "juju add-machine --constraints spaces=gone");

        assertThat(machine("0").instance().message())
                .isEqualTo("matching subnets to zones: space \"gone\" not found");
    }

    @Test
    void aMirrorReadsTheBindingsOfAStatus() {
        storage();
        type(ClientBench.BEGIN + bundle("db"));
        String json = type("juju status --format json");

        Mirror mirror = new Mirror(ClientBench.model());
        mirror.take(new StatusReader(ClientBench.CATALOG).read(json));

        assertThat(mirror.world().table(JujuTables.BOUND_ENDPOINTS).stream())
                .extracting(BoundEndpoint::endpoint, BoundEndpoint::space)
                .contains(tuple("shared-db", "db"), tuple("", "alpha"));
    }

    @Test
    void aBundleThatNamesASpaceWhichIsNotThereStopsAtItsApplication() {
        type(ClientBench.BEGIN);

        assertThat(type(bundle("public")))
                .endsWith("ERROR cannot deploy bundle: space \"public\" not found");
    }

    @Test
    void theBindingsOfABundleAreExportedAgain() {
        storage();
        type(ClientBench.BEGIN);
        type(bundle("db"));

        assertThat(type("juju export-bundle"))
                .contains("    bindings:\n      \"\": alpha\n")
                .contains("      shared-db: db\n");
    }

    private static String bundle(String space) {
        return """
        cat > b.yaml <<EOF
        applications:
          vault:
            charm: vault
            channel: 1.8/stable
            num_units: 1
            bindings:
              "": alpha
              shared-db: %s
        EOF
        juju deploy ./b.yaml
        """
                .formatted(space);
    }

    /** MAAS gets a space with a subnet that no server is cabled to. */
    private void storage() {
        InfraBench.of(bench.simulation)
                .ask(new CreateResource(ResourceKind.SPACE, "db", List.of()))
                .ask(new CreateResource(ResourceKind.VLAN, "fabric-0 9", List.of()))
                .ask(new UpdateResource(ResourceKind.VLAN, "fabric-0 9", List.of("space=db")))
                .ask(
                        new DefineSubnet(
                                DB,
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of(),
                                new Wiring("", "fabric-0", 9, "")));
    }

    /** A server that is cabled to both subnets. */
    private void wired(String name) {
        InfraBench.of(bench.simulation)
                .ask(
                        new InstallMachine(
                                name,
                                8,
                                32768,
                                "default",
                                List.of(),
                                List.of(
                                        new NicSpec(
                                                "eth0", "52:54:00:00:06:01", "", "172.16.0.0/20"),
                                        new NicSpec("eth1", "52:54:00:00:06:02", "", DB))))
                .ask(
                        new EnlistMachine(
                                "",
                                name,
                                NodeStatus.READY,
                                List.of(),
                                "default",
                                "default",
                                8,
                                32768,
                                "amt"));
    }

    private Machine machine(String name) {
        return JujuView.machine(bench.world(), MODEL, name).orElseThrow();
    }

    /** What was said of an instance, from the beginning. */
    private List<String> told(String name) {
        return bench.simulation.journal().entries().stream()
                .map(JournalEntry::what)
                .filter(JournalEntry.Happened.class::isInstance)
                .map(what -> ((JournalEntry.Happened) what).fact())
                .filter(InstanceStatusSet.class::isInstance)
                .map(InstanceStatusSet.class::cast)
                .filter(set -> set.machine().equals(name))
                .map(InstanceStatusSet::message)
                .toList();
    }

    private Unit unit(String name) {
        return JujuView.unit(bench.world(), MODEL, name).orElseThrow();
    }

    private String type(String script) {
        TypedLine line = bench.last(script);
        return line.answer().text();
    }
}
