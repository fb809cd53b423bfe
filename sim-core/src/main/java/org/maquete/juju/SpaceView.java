package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Subnet;
import org.maquete.world.World;

/**
 * The spaces of a model, and which of them a machine is in. A model asks MAAS once, when it is
 * made, and again with {@code reload-spaces}. MAAS without a space says that its subnets are in the
 * space {@code undefined}; a model that was made then has no rows, so that the usual deployment
 * keeps none.
 */
public final class SpaceView {

    /** The space in which all is that no other has: juju 3.6, core/network/space.go. */
    public static final String ALPHA = "alpha";

    // maasserver/models/space.py, Space.UNDEFINED; the id of the API for it
    private static final String UNDEFINED = "undefined";
    private static final String UNDEFINED_ID = "-1";

    private SpaceView() {}

    /** The spaces that a model knows, in order of their numbers. */
    public static List<Space> spaces(World world, String model) {
        List<Space> known =
                world.table(JujuTables.SPACES).where(space -> space.model().equals(model));
        if (!known.isEmpty()) {
            return known;
        }
        List<String> subnets = MaasView.subnet(world).map(s -> List.of(s.cidr())).orElse(List.of());
        return List.of(
                new Space(0, model, 0, ALPHA, "", List.of()),
                new Space(1, model, 1, UNDEFINED, UNDEFINED_ID, subnets));
    }

    /** The space of a model with that name, if any. */
    public static Optional<Space> space(World world, String model, String name) {
        return spaces(world, model).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** To which space each endpoint of an application is bound; the default has no name. */
    public static Map<String, String> bindings(
            World world, Application application, CharmMetadata charm) {
        Map<String, String> bindings = new TreeMap<>();
        bindings.put("", ALPHA);
        endpoints(charm).forEach(endpoint -> bindings.put(endpoint, ALPHA));
        bound(world, application).forEach(one -> bindings.put(one.endpoint(), one.space()));
        return bindings;
    }

    /** The names that can be bound. */
    static List<String> endpoints(CharmMetadata charm) {
        List<String> names = new ArrayList<>();
        for (Endpoint endpoint : charm.endpoints()) {
            names.add(endpoint.name());
        }
        names.addAll(charm.bindings());
        return names;
    }

    /** What MAAS says now: its spaces that have subnets, and what is in none. */
    static List<Space> provided(World world, String model) {
        List<Space> spaces = new ArrayList<>();
        for (Resource space : MaasView.resources(world, ResourceKind.SPACE)) {
            String id = Integer.toString(space.number());
            add(spaces, model, space.name(), id, subnets(world, space.name()));
        }
        add(spaces, model, UNDEFINED, UNDEFINED_ID, subnets(world, UNDEFINED));
        return spaces;
    }

    private static void add(
            List<Space> spaces, String model, String name, String id, List<String> subnets) {
        if (!subnets.isEmpty()) {
            spaces.add(new Space(0, model, 0, name, id, subnets));
        }
    }

    private static List<String> subnets(World world, String space) {
        List<String> cidrs = new ArrayList<>();
        for (Subnet subnet : world.table(MaasView.SUBNETS)) {
            if (MaasView.spaceOf(world, subnet.vlan()).equals(space)) {
                cidrs.add(subnet.cidr());
            }
        }
        return cidrs;
    }

    /**
     * The spaces that a machine or container has to be in, in natural order. An endpoint that is
     * bound to nothing is in alpha; that counts for a machine as soon as another space does.
     */
    static List<String> wanted(World world, Machine machine) {
        String constraint = ConstraintWords.value(machine.constraints(), "spaces");
        boolean isBound = world.table(JujuTables.BOUND_ENDPOINTS).count() > 0;
        if (constraint.isEmpty() && !isBound) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(JujuView.NATURAL);
        for (Unit unit : JujuView.unitsOn(world, machine)) {
            List<BoundEndpoint> all = bound(world, unit.model(), unit.application());
            all.forEach(one -> names.add(one.space()));
            if (all.isEmpty()) {
                names.add(ALPHA);
            }
        }
        if (machine.isContainer() || names.size() == 1) {
            names.remove(ALPHA);
        }
        for (String name : constraint.split(",", -1)) {
            if (!name.isEmpty() && !name.startsWith("^")) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** The spaces that a machine has a port in, in natural order; those of a container's host. */
    static List<String> spacesOf(World world, Machine machine) {
        TreeSet<String> names = new TreeSet<>(JujuView.NATURAL);
        String host =
                JujuView.machine(world, machine.model(), machine.parent())
                        .map(Machine::hostname)
                        .orElse("");
        List<Space> spaces = spaces(world, machine.model());
        for (Nic nic : HardwareView.nics(world, host)) {
            spaces.stream()
                    .filter(space -> space.subnets().contains(nic.subnet()))
                    .forEach(space -> names.add(space.name()));
        }
        List<String> wanted = machine.isContainer() ? wanted(world, machine) : List.of();
        if (!wanted.isEmpty()) {
            names.retainAll(wanted);
        }
        return List.copyOf(names);
    }

    private static List<BoundEndpoint> bound(World world, Application application) {
        return bound(world, application.model(), application.name());
    }

    private static List<BoundEndpoint> bound(World world, String model, String application) {
        return world.table(JujuTables.BOUND_ENDPOINTS)
                .where(one -> one.application().equals(application) && one.model().equals(model));
    }
}
