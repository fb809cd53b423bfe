package org.maquete.maas.client;

import org.maquete.kernel.Outcome;
import org.maquete.world.Edits;
import org.maquete.world.Table;
import org.maquete.world.World;

/** Keeps profiles. */
final class ProfileHandler {

    private ProfileHandler() {}

    static void save(SaveProfile command, World world, Outcome out) {
        out.fact(new ProfileSaved(command.name(), command.url(), command.credentials()));
    }

    static void remove(RemoveProfile command, World world, Outcome out) {
        if (ProfileTables.find(world, command.name()).isPresent()) {
            out.fact(new ProfileRemoved(command.name()));
        }
    }

    static void saved(ProfileSaved fact, long timeNs, Edits edits) {
        removed(new ProfileRemoved(fact.name()), timeNs, edits);
        int id = edits.world().table(ProfileTables.PROFILES).nextId();
        edits.insert(
                ProfileTables.PROFILES,
                new Profile(id, fact.name(), fact.url(), fact.credentials()));
    }

    static void removed(ProfileRemoved fact, long timeNs, Edits edits) {
        Table<Profile> table = edits.world().table(ProfileTables.PROFILES);
        if (table.has(fact.name())) {
            edits.remove(ProfileTables.PROFILES, table.idOf(fact.name()));
        }
    }
}
