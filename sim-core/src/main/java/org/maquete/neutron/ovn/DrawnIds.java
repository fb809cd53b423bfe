package org.maquete.neutron.ovn;

import org.maquete.kernel.Draws;

/**
 * Ids and MACs that Neutron draws for what the model keeps no row of. They follow from the id of
 * what they belong to, which is a draw itself.
 */
final class DrawnIds {

    private DrawnIds() {}

    static String uuid(String owner, String purpose) {
        return Draws.of(0, "neutron.ovn", owner, purpose, 0).uuid();
    }

    static String mac(String owner, String purpose) {
        String hex = Draws.of(0, "neutron.ovn", owner, purpose + " mac", 0).hex(6);
        // fa:16:3e, prefix: neutron yoga, conf/common.py base_mac
        return "fa:16:3e:"
                + hex.substring(0, 2)
                + ":"
                + hex.substring(2, 4)
                + ":"
                + hex.substring(4, 6);
    }
}
