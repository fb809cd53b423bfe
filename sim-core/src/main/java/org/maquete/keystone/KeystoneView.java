package org.maquete.keystone;

import java.util.List;
import java.util.Optional;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.world.World;

/** What Keystone answers when it is asked. Lists are in order of id, as the database gives them. */
public final class KeystoneView {

    /** The charm's name in the catalogue. */
    public static final String CHARM = "keystone";

    private KeystoneView() {}

    /** The password of {@code admin}; empty before Keystone was active for the first time. */
    public static String adminPassword(World world) {
        return keystone(world).map(Keystone::adminPassword).orElse("");
    }

    /** Whether Keystone has been active at least once. */
    public static boolean isBootstrapped(World world) {
        return keystone(world).isPresent();
    }

    /** All domains. */
    public static List<Domain> domains(World world) {
        return world.table(KeystoneTables.DOMAINS).stream().toList();
    }

    /** All projects. */
    public static List<Project> projects(World world) {
        return world.table(KeystoneTables.PROJECTS).stream().toList();
    }

    /** The project with this id. */
    public static Optional<Project> project(World world, String uuid) {
        return world.table(KeystoneTables.PROJECTS).find(uuid);
    }

    /** All users. */
    public static List<User> users(World world) {
        return world.table(KeystoneTables.USERS).stream().toList();
    }

    /** All roles. */
    public static List<Role> roles(World world) {
        return world.table(KeystoneTables.ROLES).stream().toList();
    }

    /** Who has which role where. */
    public static List<Assignment> assignments(World world) {
        return world.table(KeystoneTables.ASSIGNMENTS).stream().toList();
    }

    /** The domain with this id or name. */
    public static Optional<Domain> domain(World world, String idOrName) {
        return domains(world).stream()
                .filter(d -> d.uuid().equals(idOrName) || d.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    static Optional<Keystone> keystone(World world) {
        return world.table(KeystoneTables.KEYSTONES).stream().findFirst();
    }

    /** The units of Keystone, in order of name. */
    static List<Unit> units(World world) {
        return JujuView.unitsOfCharm(world, CHARM);
    }
}
