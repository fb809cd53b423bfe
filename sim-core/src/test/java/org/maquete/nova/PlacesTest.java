package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/**
 * Where servers go, as operators say it: aggregates, zones, groups, hints. Tables and messages are
 * those of python-openstackclient 6.0.0 before answers in the words of nova 26.2.2.
 */
class PlacesTest {

    private static final String URL = "https://172.16.0.12:8774/v2.1";

    private ServerTrace run;
    private CloudLab lab;

    @BeforeEach
    void standsWithThreeHypervisors() {
        run = new ServerTrace(3);
        lab = run.lab;
    }

    private Answer create(String name, String options) {
        return lab.type(
                "openstack server create --image jammy-amd64 --flavor m1.tiny --network int_net "
                        + options
                        + " -f value -c id "
                        + name);
    }

    private String host(String name) {
        return shown(name, "OS-EXT-SRV-ATTR:host");
    }

    private String shown(String name, String column) {
        return lab.accepted("openstack server show -f value -c " + column + " " + name).strip();
    }

    private String why(String name) {
        String all = "";
        for (var entry : lab.simulation().journal().entries()) {
            String text = entry.toString();
            if (text.contains("HostsRuledOut")) {
                all += text;
            }
        }
        return all + name;
    }

    // ---- aggregates

    @Test
    void showsAnAggregateAsEachCallOfTheApiAnswers() {
        String made = lab.accepted("openstack aggregate create --zone az1 rack1");
        lab.accepted("openstack aggregate add host rack1 nova-compute-0");
        lab.accepted("openstack aggregate set --property ssd=true rack1");

        assertThat(CloudLab.field(made, "hosts")).isEqualTo("None");
        assertThat(CloudLab.field(made, "properties")).isEqualTo("None");
        assertThat(CloudLab.field(made, "uuid")).hasSize(36);
        assertThat(lab.accepted("openstack aggregate list --long"))
                .isEqualTo(
                        """
                        +----+-------+-------------------+------------+----------------+
                        | ID | Name  | Availability Zone | Properties | Hosts          |
                        +----+-------+-------------------+------------+----------------+
                        |  1 | rack1 | az1               | ssd='true' | nova-compute-0 |
                        +----+-------+-------------------+------------+----------------+
                        """);
        String removed = lab.accepted("openstack aggregate remove host rack1 nova-compute-0");
        assertThat(CloudLab.field(removed, "properties"))
                .isEqualTo("availability_zone='az1', ssd='true'");
        assertThat(CloudLab.field(removed, "uuid")).isEqualTo("None");
    }

    @Test
    void refusesWhatWouldPutAHostInTwoZones() {
        lab.accepted("openstack aggregate create --zone az1 a");
        lab.accepted("openstack aggregate create --zone az2 b");
        lab.accepted("openstack aggregate add host a nova-compute-0");

        assertThat(lab.type("openstack aggregate add host b nova-compute-0"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "ConflictException: 409: Client Error for url: "
                                        + URL
                                        + "/os-aggregates/2/action, Cannot add host to aggregate 2."
                                        + " Reason: One or more hosts already in availability"
                                        + " zone(s) ['az1']."));
        assertThat(lab.type("openstack aggregate add host b nuc9").stderr())
                .endsWith("/os-aggregates/2/action, Compute host nuc9 could not be found.\n");
        assertThat(lab.type("openstack aggregate add host a nova-compute-0").stderr())
                .endsWith("Aggregate 1 already has host nova-compute-0.\n");
        assertThat(lab.type("openstack aggregate remove host b nova-compute-0").stderr())
                .endsWith("Cannot remove host nova-compute-0 in aggregate 2\n");
        assertThat(lab.type("openstack aggregate create b").stderr())
                .endsWith("/os-aggregates, Aggregate b already exists.\n");
    }

    @Test
    void keepsTheZoneOfAHostWithServers() {
        lab.accepted("openstack aggregate create --zone az1 a");
        lab.accepted("openstack aggregate add host a nova-compute-0");
        create("vm0", "--availability-zone az1");

        assertThat(lab.type("openstack aggregate set --zone az2 a").stderr())
                .endsWith(
                        "/os-aggregates/1, Cannot update aggregate 1. Reason: One or more hosts"
                                + " contain instances in this zone.\n");
        assertThat(lab.type("openstack aggregate unset --property availability_zone a").stderr())
                .contains(
                        "/os-aggregates/1/action, Cannot update metadata of aggregate 1. Reason:"
                                + " Aggregate a does not support empty named availability zone.");
        assertThat(lab.type("openstack aggregate delete a nope"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Failed to delete aggregate with name or ID 'a':"
                                        + " BadRequestException: 400: Client Error for url: "
                                        + URL
                                        + "/os-aggregates/1, Cannot remove host from aggregate 1."
                                        + " Reason: Host aggregate is not empty.\n"
                                        + "Failed to delete aggregate with name or ID 'nope': No"
                                        + " Aggregate found for nope\n"
                                        + "2 of 2 aggregates failed to delete."));
    }

    // ---- zones

    @Test
    void putsAServerIntoItsZone() {
        lab.accepted("openstack aggregate create --zone az1 a");
        lab.accepted("openstack aggregate add host a nova-compute-2");

        create("vm0", "--availability-zone az1");
        create("vm1", "--availability-zone az1");

        assertThat(List.of(host("vm0"), host("vm1")))
                .containsExactly("nova-compute-2", "nova-compute-2");
        assertThat(shown("vm0", "OS-EXT-AZ:availability_zone")).isEqualTo("az1");
        assertThat(create("vm2", "--availability-zone nope").stderr())
                .startsWith("The requested availability zone is not available (HTTP 400)");
        assertThat(lab.accepted("openstack availability zone list --compute"))
                .isEqualTo(
                        """
                        +-----------+-------------+
                        | Zone Name | Zone Status |
                        +-----------+-------------+
                        | az1       | available   |
                        | internal  | available   |
                        | nova      | available   |
                        +-----------+-------------+
                        """);
    }

    @Test
    void saysThatADisabledHostWasTheOnlyOneOfTheZone() {
        lab.accepted("openstack aggregate create --zone az1 a");
        lab.accepted("openstack aggregate add host a nova-compute-2");
        lab.accepted("openstack compute service set --disable nova-compute-2 nova-compute");

        Answer refused = create("vm0", "--availability-zone az1");
        create("vm1", "--availability-zone nova:nova-compute-2");

        assertThat(refused.stderr()).startsWith("The requested availability zone is not available");
        assertThat(shown("vm1", "status")).isEqualTo("ERROR");
        assertThat(why("vm1")).contains("it has the trait COMPUTE_STATUS_DISABLED");
    }

    @Test
    void forcesAHostPastTheFilters() {
        create("vm0", "--availability-zone nova:nova-compute-1");
        create("vm1", "--availability-zone nova:nowhere");
        Answer asked = create("vm2", "--host nova-compute-1");
        Answer wanted =
                lab.type(
                        "openstack --os-compute-api-version 2.74 server create --image jammy-amd64"
                                + " --flavor m1.tiny --network int_net --host nova-compute-2 vm3");

        assertThat(host("vm0")).isEqualTo("nova-compute-1");
        assertThat(lab.accepted("openstack server show -f json -c fault vm1"))
                .contains("No valid host was found. No such host - host: nowhere node: None ");
        assertThat(asked)
                .isEqualTo(
                        Answer.failed(
                                1,
                                "--os-compute-api-version 2.74 or greater is required to support"
                                        + " the --host option"));
        assertThat(wanted.ok()).isTrue();
        assertThat(host("vm3")).isEqualTo("nova-compute-2");
    }

    // ---- groups and hints

    @Test
    void keepsServersOfAnAntiAffinityGroupApart() {
        String group =
                lab.accepted(
                                "openstack server group create --policy anti-affinity -f value -c"
                                        + " id apart")
                        .strip();

        for (int i = 0; i < 4; i++) {
            create("vm" + i, "--hint group=" + group);
        }

        assertThat(List.of(host("vm0"), host("vm1"), host("vm2"))).doesNotHaveDuplicates();
        assertThat(shown("vm3", "status")).isEqualTo("ERROR");
        assertThat(lab.accepted("openstack server show -f json -c fault vm3"))
                .contains("No valid host was found. There are not enough hosts available.");
        assertThat(why("vm3")).contains("1 servers of the group are there, at most 1 may be");
        assertThat(lab.accepted("openstack server group show -f json apart"))
                .contains("\"policy\": \"anti-affinity\"", "\"rules\": {}");
    }

    @Test
    void allowsAsManyOnAHostAsTheRuleSays() {
        String group =
                lab.accepted(
                                "openstack server group create --policy anti-affinity --rule"
                                        + " max_server_per_host=2 -f value -c id pairs")
                        .strip();

        create("vm", "--min 6 --max 6 --hint group=" + group);

        assertThat(
                        lab.accepted("openstack server list --long -f value -c Host")
                                .lines()
                                .sorted()
                                .toList())
                .containsExactly(
                        "nova-compute-0",
                        "nova-compute-0",
                        "nova-compute-1",
                        "nova-compute-1",
                        "nova-compute-2",
                        "nova-compute-2");
    }

    @Test
    void refusesGroupsInTheWordsOfWhoLooks() {
        Answer rule =
                lab.type(
                        "openstack server group create --policy affinity --rule"
                                + " max_server_per_host=2 x");
        Answer old =
                lab.type(
                        "openstack --os-compute-api-version 2.1 server group create --policy"
                                + " soft-affinity x");

        assertThat(rule)
                .isEqualTo(
                        Answer.failed(
                                1,
                                "BadRequestException: 400: Client Error for url: "
                                        + URL
                                        + "/os-server-groups, Only anti-affinity policy supports"
                                        + " rules."));
        assertThat(old.stderr())
                .isEqualTo(
                        "--os-compute-api-version 2.15 or greater is required to support the"
                                + " soft-affinity policy\n");
        assertThat(lab.type("openstack server group show nope").stderr())
                .isEqualTo("'NoneType' object has no attribute 'keys'\n");
        lab.accepted("openstack server group create x");
        assertThat(lab.type("openstack server group delete nope x"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "'NoneType' object has no attribute 'id'\n"
                                        + "1 of 2 server groups failed to delete."));
        assertThat(create("vm0", "--hint group=foo").stderr())
                .startsWith(
                        "Invalid input for field/attribute group. Value: foo. 'foo' is not a"
                                + " 'uuid' (HTTP 400)");
        assertThat(lab.type("openstack --os-compute-api-version 3 server list").stderr())
                .isEqualTo("Invalid client version '3'. Major part should be '2'\n");
    }

    @Test
    void putsServersBesideAndApartByHints() {
        String first = create("vm0", "").stdout().strip();
        create("vm1", "--hint same_host=" + first);
        create("vm2", "--hint different_host=" + first);

        assertThat(host("vm1")).isEqualTo(host("vm0"));
        assertThat(host("vm2")).isNotEqualTo(host("vm0"));
    }

    // ---- several

    @Test
    void makesSeveralServersTogetherOrNone() {
        create("web", "--min 2 --max 3");
        Answer quota = create("many", "--min 8 --max 20");
        create("some", "--min 1 --max 20");

        assertThat(lab.accepted("openstack server list -f value -c Name -c Status").lines())
                .hasSize(10)
                .contains("web-1 ACTIVE", "web-2 ACTIVE", "web-3 ACTIVE", "some-7 ACTIVE");
        assertThat(quota.stderr())
                .startsWith(
                        "Quota exceeded for cores, instances: Requested 20, 8-20, but already used"
                                + " 3, 3 of 20, 10 cores, instances (HTTP 403)");
        assertThat(create("x", "--min 3 --max 2").stderr())
                .isEqualTo("min instances should be <= max instances\n");
    }

    @Test
    void failsAllServersOfARequestThatDoesNotFit() {
        lab.accepted("openstack flavor create --ram 7000 --disk 10 --vcpus 1 wide");

        lab.type(
                "openstack server create --image jammy-amd64 --flavor wide --network int_net --min"
                        + " 7 --max 7 big");

        assertThat(lab.accepted("openstack server list -f value -c Status").lines())
                .hasSize(7)
                .containsOnly("ERROR");
        assertThat(lab.world().table(NovaView.SERVERS).stream().map(Server::fault))
                .containsOnly("No valid host was found. There are not enough hosts available.");
    }

    // ---- traits

    @Test
    void asksPlacementForTheTraitsOfAFlavor() {
        lab.accepted(
                "openstack flavor create --ram 512 --disk 1 --property"
                        + " trait:CUSTOM_GPU=required gpu");
        lab.type("openstack server create --image jammy-amd64 --flavor gpu --network int_net vm0");
        lab.accepted("openstack flavor unset --property trait:CUSTOM_GPU gpu");
        lab.type("openstack server create --image jammy-amd64 --flavor gpu --network int_net vm1");

        assertThat(why("vm0")).contains("it has not the trait CUSTOM_GPU");
        assertThat(shown("vm0", "status")).isEqualTo("ERROR");
        assertThat(shown("vm1", "status")).isEqualTo("ACTIVE");
        assertThat(lab.type("openstack flavor unset --property nope gpu").stderr())
                .startsWith("Failed to unset flavor property: ResourceNotFound: 404: Client Error")
                .endsWith(
                        "has no extra specs with key nope.\n"
                                + "Command Failed: One or more of the operations failed\n");
    }
}
