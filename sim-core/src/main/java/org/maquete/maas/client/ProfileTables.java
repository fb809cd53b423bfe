package org.maquete.maas.client;

import java.util.List;
import java.util.Optional;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What the client keeps on the operator's machine. */
final class ProfileTables {

    static final TableKey<Profile> PROFILES = TableKey.keyed("maas-client.profile");

    private ProfileTables() {}

    static List<Profile> all(World world) {
        return world.table(PROFILES).stream().toList();
    }

    static Optional<Profile> find(World world, String name) {
        return world.table(PROFILES).find(name);
    }
}
