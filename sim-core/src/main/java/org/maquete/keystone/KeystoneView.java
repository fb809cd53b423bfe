package org.maquete.keystone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.keystone.client.Endpoint;
import org.maquete.keystone.client.Found;
import org.maquete.world.World;

/** What Keystone answers when it is asked. Lists are in order of id, as the database gives them. */
public final class KeystoneView {

    /** The charm's name in the catalogue. */
    public static final String CHARM = "keystone";

    private static final Found.Names<Project> PROJECT_NAMES =
            new Found.Names<>("project", Project::uuid, Project::name);

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

    /** The project that a client means, in a domain or in any. */
    public static Found<Project> findProject(World world, String wanted, Optional<String> domain) {
        List<Project> rows = new ArrayList<>();
        for (Project each : world.table(KeystoneTables.PROJECTS)) {
            if (domain.isEmpty() || each.domain().equals(domain.get())) {
                rows.add(each);
            }
        }
        return Found.among(rows, PROJECT_NAMES, wanted, new Found.OscLib("project"));
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

    /** What a connection to the API of a unit meets, or to its pages. */
    public static Endpoint.State reaches(World world, Unit unit) {
        return Catalog.state(world, unit);
    }

    /** What a connection to a type of service meets; empty when the catalogue has none. */
    public static Optional<Endpoint.State> reaches(World world, String type) {
        for (Endpoint each : Catalog.endpoints(world)) {
            if (each.type().equals(type)) {
                return Optional.of(each.state());
            }
        }
        return Optional.empty();
    }
}
