package org.maquete.neutron;

import org.maquete.kernel.Outcome;
import org.maquete.world.Row;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** UUIDs, and MACs: draws of a kind and a name, with an ordinal among things of equal name. */
final class Ids {

    // 1000, tries: far more than things of one name fit into any quota (GUESS)
    private static final int ORDINAL_MAX = 1000;

    private Ids() {}

    /** A UUID that no living row of the table has. */
    static <R extends Row> String uuid(World world, TableKey<R> key, String name, Outcome out) {
        for (int ordinal = 0; ordinal < ORDINAL_MAX; ordinal++) {
            String uuid = out.draws(name, key.name(), ordinal).uuid();
            if (!world.table(key).has(uuid)) {
                return uuid;
            }
        }
        throw new IllegalStateException(
                "expected at most " + ORDINAL_MAX + " rows of " + key.name() + " named " + name);
    }

    /** A MAC address of Neutron's range, for a port. */
    static String mac(String port, Outcome out) {
        String hex = out.draws(port, "mac", 0).hex(6);
        // fa:16:3e, prefix: neutron yoga, conf/common.py base_mac
        return "fa:16:3e:"
                + hex.substring(0, 2)
                + ":"
                + hex.substring(2, 4)
                + ":"
                + hex.substring(4, 6);
    }
}
