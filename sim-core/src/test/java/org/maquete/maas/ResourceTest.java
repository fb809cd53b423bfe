package org.maquete.maas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/** Tags, zones, pools, the network, storage layouts, images, and machines chosen by them. */
class ResourceTest {

    private final InfraBench bench =
            InfraBench.lab()
                    .machine("server1", 4, 16384, "juju")
                    .machine("server2", 4, 16384, "compute");

    @Test
    void knowsWhatTheLabNames() {
        assertThat(MaasView.resources(world(), ResourceKind.TAG))
                .extracting(Resource::name)
                .containsExactly("juju", "compute");
        assertThat(MaasView.resources(world(), ResourceKind.ZONE))
                .extracting(r -> r.number() + " " + r.name())
                .containsExactly("1 default");
        assertThat(MaasView.resources(world(), ResourceKind.VLAN))
                .extracting(r -> r.number() + " " + r.name())
                .containsExactly("5001 fabric-0 0");
        assertThat(world().table(MaasView.RANGES).stream().map(IpRange::key))
                .containsExactly("172.16.0.100-172.16.0.200", "172.16.7.0-172.16.8.255");
    }

    @Test
    void refusesNamesThatAreTakenOrWrong() {
        assertThat(refusedName(ResourceKind.TAG, "juju"))
                .isEqualTo("Tag with this Name already exists.");
        assertThat(refusedName(ResourceKind.ZONE, "default"))
                .isEqualTo("Physical zone with this Name already exists.");
        assertThat(refusedName(ResourceKind.RESOURCE_POOL, "default"))
                .isEqualTo("Resource pool with this Name already exists.");
        assertThat(refusedName(ResourceKind.TAG, "")).isEqualTo("This field is required.");
        assertThat(refusedName(ResourceKind.TAG, "big one")).isEqualTo("Enter a valid value.");
    }

    private String refusedName(ResourceKind kind, String name) {
        return bench.refused(new CreateResource(kind, name, List.of())).message();
    }

    @Test
    void tagsMachinesForAllocation() {
        bench.ask(new CreateResource(ResourceKind.TAG, "ssd", List.of()))
                .ask(new TagMachines("ssd", List.of("server2"), List.of()));
        assertThat(taken(typed(List.of("ssd"), "tags=ssd"))).isEqualTo("server2");

        bench.ask(new TagMachines("ssd", List.of(), List.of("server2")));
        assertThat(MaasView.machine(world(), "server2").orElseThrow().tags())
                .containsExactly("compute");
        assertThat(bench.refused(new TagMachines("hdd", List.of("server1"), List.of())))
                .isEqualTo(
                        new Refusal(
                                "404",
                                "",
                                "No Tag matches the given query.",
                                new Ref("tag", "hdd")));
    }

    @Test
    void allocatesByPoolAndZone() {
        bench.ask(new CreateResource(ResourceKind.RESOURCE_POOL, "class", List.of()))
                .ask(new CreateResource(ResourceKind.ZONE, "az2", List.of()))
                .ask(new UpdateMachine("server2", List.of("pool=class", "zone=az2")));

        assertThat(taken(typed(List.of(), "pool=class"))).isEqualTo("server2");
        assertThat(taken(typed(List.of(), "not_in_zone=az2"))).isEqualTo("server1");
    }

    @Test
    void refusesUnknownPoolsZonesAndArchitectures() {
        assertThat(refused(typed(List.of(), "pool=gold")).message())
                .isEqualTo("No such pool(s): gold.");
        assertThat(refused(typed(List.of(), "not_in_zone=az9")).message())
                .isEqualTo("No such zone(s): az9.");
        assertThat(refused(typed(List.of(), "not_in_pool=gold")).type()).isEqualTo("not_in_pool");
        assertThat(
                        refused(
                                        new AllocationConstraints(
                                                List.of(), List.of(), 0, 0, "arm64", "", ""))
                                .message())
                .isEqualTo("Architecture not recognised.");
        assertThat(bench.refused(new UpdateMachine("server1", List.of("pool=gold"))).message())
                .isEqualTo(
                        "Select a valid choice. That choice is not one of the available choices.");
    }

    @Test
    void allocatesByDisksAndPorts() {
        assertThat(taken(typed(List.of(), "storage=root:200,ceph:200"))).startsWith("server");
        assertThat(refused(typed(List.of(), "storage=root:200,ceph:500")).message())
                .isEqualTo(
                        "No available machine matches constraints: [('storage',"
                                + " ['root:200,ceph:500'])] (resolved to"
                                + " \"storage=root:200,ceph:500\")");
        assertThat(taken(typed(List.of(), "interfaces=lan:subnet_cidr=172.16.0.0/20")))
                .startsWith("server");
    }

    @Test
    void repeatsWhatAPersonTypedInThatOrder() {
        var wanted =
                new AllocationConstraints(
                        List.of("juju", "compute"),
                        List.of(),
                        0,
                        0,
                        "",
                        "",
                        "",
                        List.of("tags=juju", "mem=2048", "tags=compute"));

        assertThat(refused(wanted).message())
                .isEqualTo(
                        "No available machine matches constraints: [('tags', ['juju', 'compute']),"
                                + " ('mem', ['2048'])] (resolved to \"mem=2048.0"
                                + " tags=compute,juju\")");
    }

    @Test
    void saysWhichMachinesTied() {
        String taken = taken(AllocationConstraints.NONE);

        assertThat(bench.facts(AllocationTied.class))
                .containsExactly(new AllocationTied("r", taken, List.of("server1", "server2")));
    }

    @Test
    void refusesAMachineThatIsTakenByItsId() {
        String id = MaasView.machine(world(), "server1").orElseThrow().systemId();
        var wanted =
                new AllocationConstraints(
                        List.of(), List.of(), 0, 0, "", "", id, List.of("system_id=" + id));
        assertThat(taken(wanted)).isEqualTo("server1");

        assertThat(refused(wanted).message())
                .isEqualTo("No machine with system ID " + id + " available.");
    }

    @Test
    void reservesRangesAndLeavesThemAlone() {
        bench.ask(range(IpRangeType.RESERVED, "172.16.0.4", "172.16.0.60"));

        bench.ask(new AssignAddress("a")).ask(new AssignAddress("b"));

        assertThat(MaasView.addressOf(world(), "b")).isEqualTo("172.16.0.61");
    }

    @Test
    void refusesRangesInTheWordsOfMaas() {
        assertThat(refusedRange(IpRangeType.RESERVED, "172.16.0.90", "172.16.0.110"))
                .isEqualTo("Requested reserved range conflicts with an existing range.");
        assertThat(refusedRange(IpRangeType.DYNAMIC, "172.16.0.3", "172.16.0.9"))
                .isEqualTo(
                        "Requested dynamic range conflicts with an existing IP address or range.");
        assertThat(refusedRange(IpRangeType.RESERVED, "172.16.1.9", "172.16.1.3"))
                .isEqualTo("End IP address must not be less than Start IP address.");
        assertThat(refusedRange(IpRangeType.RESERVED, "172.16.15.9", "172.16.16.3"))
                .isEqualTo("End IP address must be within subnet: 172.16.0.0/20.");
        assertThat(refusedRange(IpRangeType.RESERVED, "172.16.0.0", "172.16.0.0"))
                .isEqualTo("Reserved network address cannot be included in IP range.");
        assertThat(refusedRange(IpRangeType.RESERVED, "172.16.15.9", "172.16.15.255"))
                .isEqualTo("Broadcast address cannot be included in IP range.");
        assertThat(refusedRange(IpRangeType.RESERVED, "", "172.16.15.255"))
                .isEqualTo("Start IP address and end IP address are both required.");
        assertThat(refusedRange(IpRangeType.RESERVED, "10.0.0.1", "10.0.0.2"))
                .isEqualTo("This field is required.");
    }

    private String refusedRange(IpRangeType type, String low, String high) {
        return bench.refused(range(type, low, high)).message();
    }

    private static CreateIpRange range(IpRangeType type, String low, String high) {
        return new CreateIpRange(type, low, high, "");
    }

    @Test
    void setsTheStorageLayoutOfReadyMachinesOnly() {
        bench.ask(new SetStorageLayout("server1", "lvm"));
        assertThat(MaasView.machine(world(), "server1").orElseThrow().storageLayout())
                .isEqualTo("lvm");

        assertThat(bench.refused(new SetStorageLayout("server1", "")).message())
                .isEqualTo("This field is required.");
        assertThat(bench.refused(new SetStorageLayout("server1", "zfs")).message())
                .isEqualTo(
                        "'zfs' is not a valid storage_layout.  It should be one of: 'bcache',"
                                + " 'blank', 'custom', 'flat', 'lvm', 'vmfs6', 'vmfs7'.");
        String taken = taken(AllocationConstraints.NONE);
        assertThat(bench.refused(new SetStorageLayout(taken, "flat")).message())
                .isEqualTo("Cannot change the storage layout on a machine that is not Ready.");
    }

    @Test
    void downloadsSelectedImages() {
        bench.ask(new CreateResource(ResourceKind.SELECTION, "ubuntu/focal/amd64", List.of()))
                .ask(new SyncImages(true));
        assertThat(MaasView.images(world())).containsExactly("ubuntu/jammy/amd64");
        bench.resumesEqually();

        bench.settle();

        assertThat(MaasView.images(world()))
                .containsExactly("ubuntu/jammy/amd64", "ubuntu/focal/amd64");
        assertThat(bench.simulation().now()).isBetween(3 * SimTime.MINUTE, 10 * SimTime.MINUTE);
    }

    @Test
    void namesMachinesInItsDns() {
        bench.ask(new AssignAddress("server1"));

        assertThat(MaasView.resolve(world(), "server1.maas")).isEqualTo("172.16.0.2");
        assertThat(MaasView.resolve(world(), "server1.example")).isEmpty();
    }

    @Test
    void changesSubnetsAndRefusesUnknownOnes() {
        bench.ask(new UpdateSubnet("172.16.0.0/20", List.of("name=lab", "gateway_ip=172.16.0.9")));
        assertThat(MaasView.subnet(world()).orElseThrow())
                .matches(s -> s.name().equals("lab") && s.gateway().equals("172.16.0.9"));

        assertThat(bench.refused(new UpdateSubnet("10.0.0.0/8", List.of())).message())
                .isEqualTo("No Subnet matches the given query.");
        assertThat(
                        bench.refused(
                                        new UpdateResource(
                                                ResourceKind.VLAN, "fabric-7 0", List.of()))
                                .message())
                .isEqualTo("No VLAN matches the given query.");
        bench.ask(new UpdateResource(ResourceKind.VLAN, "fabric-0 0", List.of("space=lab")));
        assertThat(MaasView.spaceOf(world(), "fabric-0 0")).isEqualTo("lab");
    }

    private static AllocationConstraints typed(List<String> tags, String... pairs) {
        return new AllocationConstraints(tags, List.of(), 0, 0, "", "", "", List.of(pairs));
    }

    private String taken(AllocationConstraints wanted) {
        bench.ask(new AllocateMachine("r", wanted, ""));
        return bench.facts(MachineAllocated.class).getLast().hostname();
    }

    private Refusal refused(AllocationConstraints wanted) {
        return bench.refused(new AllocateMachine("r", wanted, ""));
    }

    private World world() {
        return bench.simulation().world();
    }
}
