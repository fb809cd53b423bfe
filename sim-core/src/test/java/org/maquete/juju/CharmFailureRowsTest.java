package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows 19 to 23 of the failures to be reproducible: relations, peers and options of charms. */
class CharmFailureRowsTest {

    private final RealCharms lab = RealCharms.lab();

    @Test
    void row19MissingRelationsNamesAllOfThem() {
        lab.deploy("glance", 1, "lxd:0").settle();

        assertThat(lab.status("glance/0"))
                .isEqualTo("blocked Missing relations: database, identity");
    }

    @Test
    void row20IncompleteRelationsUntilTheOtherSideIsReady() {
        lab.deploy("glance", 1, "lxd:0").deploy("keystone", 1, "lxd:1");
        lab.relate("glance:identity-service", "keystone:identity-service").settle();

        assertThat(lab.status("glance/0"))
                .isEqualTo("blocked Missing relations: database; incomplete relations: identity");
    }

    @Test
    void row21OneUnitOfOvnCentralRequiresPeers() {
        lab.deploy("ovn-central", 1, "lxd:0").settle();

        assertThat(lab.status("ovn-central/0"))
                .startsWith(
                        "blocked Charm requires peers to operate, add more units. A minimum of 3"
                                + " is required for HA");
    }

    @Test
    void row23WrongFormatOfBridgeInterfaceMappings() {
        lab.deployOnEach("ovn-central").deploy("easyrsa", 1, "lxd:0");
        lab.deploy("ovn-chassis", 0);
        lab.config("ovn-chassis", "bridge-interface-mappings", "br-ex enp1s0");
        lab.relate("ovn-central:certificates", "easyrsa:client");
        lab.relate("ovn-chassis:certificates", "easyrsa:client");
        lab.relate("ovn-chassis:ovsdb", "ovn-central:ovsdb");
        lab.relate("ovn-chassis:juju-info", "ubuntu:juju-info").settle();

        assertThat(lab.status("ovn-chassis/0"))
                .startsWith("blocked bridge-interface-mappings: \"Wrong format for");
        lab.config("ovn-chassis", "bridge-interface-mappings", "br-ex:enp1s0").settle();
        assertThat(lab.status("ovn-chassis/0")).isEqualTo("active Unit is ready");
    }
}
