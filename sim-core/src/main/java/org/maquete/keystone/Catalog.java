package org.maquete.keystone;

import java.util.ArrayList;
import java.util.List;
import org.maquete.host.HostView;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.kernel.Draws;
import org.maquete.keystone.client.Endpoint;
import org.maquete.world.World;

/** The service catalogue: it follows from the relations of Keystone. */
final class Catalog {

    /**
     * What a charm enters into the catalogue.
     *
     * @param charm the charm's name
     * @param name the name of the service
     * @param type its type
     * @param port where it listens
     * @param path what follows the port in its address
     */
    private record Service(String charm, String name, String type, int port, String path) {}

    // Ports and paths: charms at stable/yoga, their identity-service relation data
    // (charmhelpers determine_api_port, resolve_address and the endpoints of each charm).
    private static final List<Service> SERVICES =
            List.of(
                    new Service("keystone", "keystone", "identity", 5000, "/v3"),
                    new Service("nova-cloud-controller", "nova", "compute", 8774, "/v2.1"),
                    new Service("neutron-api", "neutron", "network", 9696, ""),
                    new Service("glance", "glance", "image", 9292, ""),
                    new Service("cinder", "cinderv3", "volumev3", 8776, "/v3/%(tenant_id)s"),
                    new Service("placement", "placement", "placement", 8778, ""),
                    new Service("ceph-radosgw", "swift", "object-store", 80, "/swift/v1"));

    private static final String SERVICES_MISSING = "Services not running that should be: ";

    private Catalog() {}

    /** An entry and its number. */
    record Entry(String uuid, String endpointUuid, Endpoint endpoint) {}

    /** All services that have asked Keystone for an entry, in order of their numbers. */
    static List<Entry> entries(World world) {
        List<Entry> entries = new ArrayList<>();
        long salt = KeystoneView.keystone(world).map(Keystone::salt).orElse(0L);
        for (Endpoint endpoint : endpoints(world)) {
            entries.add(
                    new Entry(
                            Draws.of(salt, "keystone", endpoint.name(), "service", 0).hex(32),
                            Draws.of(salt, "keystone", endpoint.name(), "endpoint", 0).hex(32),
                            endpoint));
        }
        entries.sort((a, b) -> a.uuid().compareTo(b.uuid()));
        return entries;
    }

    /** The endpoints of all services that have asked Keystone for an entry, one a service. */
    static List<Endpoint> endpoints(World world) {
        List<Unit> keystones = KeystoneView.units(world);
        if (keystones.isEmpty()) {
            return List.of();
        }
        List<Endpoint> endpoints = new ArrayList<>();
        Unit keystone = keystones.getFirst();
        List<Service> open = new ArrayList<>(SERVICES);
        String region = region(world, keystone);
        for (Unit server : servers(world, keystone)) {
            String charm = charm(world, server);
            for (int i = 0; i < open.size(); i++) {
                if (open.get(i).charm().equals(charm)) {
                    endpoints.add(endpoint(world, server, open.remove(i), region));
                    break;
                }
            }
        }
        return endpoints;
    }

    private static Endpoint endpoint(World world, Unit unit, Service service, String region) {
        String url = scheme(world, unit) + unit.address() + ":" + service.port() + service.path();
        return new Endpoint(service.name(), service.type(), region, url, state(world, unit));
    }

    private static String scheme(World world, Unit unit) {
        return Certificates.authority(world, unit).isPresent() ? "https://" : "http://";
    }

    private static String region(World world, Unit keystone) {
        return JujuView.application(world, keystone.model(), keystone.application())
                .map(application -> JujuView.config(world, application, "region"))
                .filter(region -> !region.isEmpty())
                .orElse("RegionOne");
    }

    /** Keystone's own, and the first that has joined of each application that has asked. */
    private static List<Unit> servers(World world, Unit keystone) {
        List<Unit> servers = new ArrayList<>(List.of(keystone));
        for (Relation relation :
                JujuView.relations(world, keystone.model(), keystone.application())) {
            if (relation.endpointOf(keystone.application()).equals("identity-service")) {
                String other = relation.other(keystone.application());
                for (Unit unit : JujuView.units(world, keystone.model(), other)) {
                    if (JujuView.isIn(world, relation, unit)) {
                        servers.add(unit);
                        break;
                    }
                }
            }
        }
        return servers;
    }

    private static String charm(World world, Unit unit) {
        return JujuView.application(world, unit.model(), unit.application())
                .map(Application::charm)
                .orElse("");
    }

    /**
     * What a connection to the address of a unit meets. haproxy listens there and passes on to any
     * unit of the application whose API runs; without one it closes the connection, which counts as
     * refused here.
     */
    static Endpoint.State state(World world, Unit unit) {
        String host = JujuView.hostOf(world, unit);
        if (!HostView.isUp(world, host)) {
            return Endpoint.State.NO_ROUTE;
        }
        if (isConfigured(unit) && !HostView.isStopped(world, host, "haproxy")) {
            for (Unit each : JujuView.units(world, unit.model(), unit.application())) {
                if (answers(world, each)) {
                    return Endpoint.State.UP;
                }
            }
        }
        return Endpoint.State.REFUSED;
    }

    /** Whether the programs that serve the API of a unit run; those behind it do not matter. */
    private static boolean answers(World world, Unit unit) {
        String host = JujuView.hostOf(world, unit);
        String program =
                switch (charm(world, unit)) {
                    case "glance" -> "glance-api";
                    case "neutron-api" -> "neutron-server";
                    case "ceph-radosgw" -> "ceph-radosgw";
                    default -> "apache2"; // has it as a WSGI application
                };
        boolean handshakes =
                !HostView.isStopped(world, host, "apache2")
                        || Certificates.authority(world, unit).isEmpty();
        return isConfigured(unit)
                && HostView.isUp(world, host)
                && !HostView.isStopped(world, host, program)
                && handshakes;
    }

    /**
     * Whether a unit has what its API needs: it is ready, or would be if all its services ran
     * (charmhelpers, contrib/openstack/utils.py, says which do not).
     */
    private static boolean isConfigured(Unit unit) {
        return unit.workload().current().equals("active")
                || unit.workload().message().startsWith(SERVICES_MISSING);
    }
}
