package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/**
 * What python-openstackclient 6.0.0 prints of limits, quotas and usage, recorded from the real
 * client with the answers of such a Nova and Neutron; this cloud has no Cinder.
 */
class LimitsTest {

    private static CloudLab withServer() {
        CloudLab lab = CloudLab.withComputes(1);
        lab.accepted("openstack image create --file jammy.img jammy");
        lab.accepted("openstack flavor create --ram 1024 --disk 2 --vcpus 1 tiny");
        lab.accepted("openstack network create a");
        lab.accepted("openstack subnet create --network a --subnet-range 10.0.0.0/24 sub");
        lab.accepted("openstack server create --image jammy --flavor tiny --network a vm");
        return lab;
    }

    @Test
    void showsTheLimitsOfNova() {
        assertThat(withServer().accepted("openstack limits show --absolute"))
                .isEqualTo(
                        """
                        +-------------------------+-------+
                        | Name                    | Value |
                        +-------------------------+-------+
                        | maxTotalInstances       |    10 |
                        | maxTotalCores           |    20 |
                        | maxTotalRAMSize         | 51200 |
                        | maxServerMeta           |   128 |
                        | maxImageMeta            |   128 |
                        | maxPersonality          |     5 |
                        | maxPersonalitySize      | 10240 |
                        | maxTotalKeypairs        |   100 |
                        | maxServerGroups         |    10 |
                        | maxServerGroupMembers   |    10 |
                        | maxTotalFloatingIps     |    -1 |
                        | maxSecurityGroups       |    -1 |
                        | maxSecurityGroupRules   |    -1 |
                        | totalRAMUsed            |  1024 |
                        | totalCoresUsed          |     1 |
                        | totalInstancesUsed      |     1 |
                        | totalFloatingIpsUsed    |     0 |
                        | totalSecurityGroupsUsed |     0 |
                        | totalServerGroupsUsed   |     0 |
                        +-------------------------+-------+
                        """);
        assertThat(withServer().accepted("openstack limits show --rate")).isEqualTo("\n");
    }

    @Test
    void showsQuotasUnderTheNamesOfTheClient() {
        CloudLab lab = CloudLab.ready();

        assertThat(lab.accepted("openstack quota show -f value -c ram -c secgroup-rules"))
                .isEqualTo("51200\n100\n");
        assertThat(lab.accepted("openstack quota show -f json"))
                .contains("\"floating-ips\": 50", "\"injected-file-size\": 10240")
                .contains("\"rbac_policies\": 10", "\"zone\": null")
                .doesNotContain("\"volumes\"");
        assertThat(lab.accepted("openstack quota show --default admin -f value -c project_name"))
                .isEqualTo("admin\n");
        assertThat(lab.type("openstack quota show nope"))
                .isEqualTo(Answer.failed(1, "No project with a name or ID of 'nope' exists."));
    }

    @Test
    void listsWhatIsUsed() {
        CloudLab lab = withServer();

        assertThat(lab.accepted("openstack quota list --network --detail"))
                .isEqualTo(
                        """
                        +----------------------+--------+----------+-------+
                        | Resource             | In Use | Reserved | Limit |
                        +----------------------+--------+----------+-------+
                        | floating_ips         |      0 |        0 |    50 |
                        | networks             |      1 |        0 |    10 |
                        | ports                |      2 |        0 |    50 |
                        | rbac_policies        |      0 |        0 |    10 |
                        | routers              |      0 |        0 |    10 |
                        | subnets              |      1 |        0 |    10 |
                        | subnet_pools         |      0 |        0 |    -1 |
                        | security_group_rules |      4 |        0 |   100 |
                        | security_groups      |      1 |        0 |    10 |
                        +----------------------+--------+----------+-------+
                        """);
        assertThat(
                        lab.accepted("openstack quota list --compute --detail -f value")
                                .lines()
                                .limit(3))
                .containsExactly("cores 1 0 20", "fixed_ips 0 0 -1", "floating_ips 0 0 -1");
        assertThat(lab.accepted("openstack quota list --compute -f json")).isEqualTo("[]\n");
        assertThat(lab.type("openstack quota list").stderr())
                .endsWith("error: one of the arguments --compute --volume --network is required\n");
    }

    @Test
    void listsUsageByProject() {
        CloudLab lab = withServer();
        lab.pass(9000);

        String table = lab.accepted("openstack usage list");
        assertThat(table)
                .startsWith("Usage from 2025-12-08 to 2026-01-06: \n+---------+---------+")
                .contains("| admin   | 1       | 25");
        assertThat(lab.accepted("openstack usage list -f csv").lines().findFirst())
                .contains(
                        "\"Project\",\"Servers\",\"RAM MB-Hours\",\"CPU Hours\",\"Disk GB-Hours\"");
        assertThat(lab.accepted("openstack usage list -f json"))
                .contains("\"memory_mb\": 1024", "\"state\": \"active\"");
        assertThat(lab.accepted("openstack usage show --project services -c Servers"))
                .endsWith("| Servers | 0     |\n+---------+-------+\n");
    }

    @Test
    void noServicesNoLimits() {
        CloudLab lab = CloudLab.ready();
        lab.turn("neutron-api-0", "", false);

        assertThat(lab.type("openstack quota show").stderr()).contains("No route to host");
        assertThat(lab.type("openstack limits show --absolute").exit()).isZero();
    }
}
