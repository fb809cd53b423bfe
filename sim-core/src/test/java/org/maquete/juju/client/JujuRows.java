package org.maquete.juju.client;

import java.util.List;
import org.maquete.juju.Application;
import org.maquete.juju.Client;
import org.maquete.juju.Cloud;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.juju.Relation;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;
import org.maquete.world.Schema;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** A world with Juju's tables, written row by row. */
final class JujuRows {

    static final String MODEL = "maas-controller:openstack";

    final World world;
    private final Edits edits;

    JujuRows() {
        Schema schema = new Schema();
        for (TableKey<?> key : tables()) {
            schema.table(key, 0);
        }
        world = new World(schema);
        edits = world.edits(0);
    }

    static List<TableKey<?>> tables() {
        return List.of(
                JujuTables.CLOUDS,
                JujuTables.CLIENT,
                JujuTables.CONTROLLERS,
                JujuTables.MODELS,
                JujuTables.MACHINES,
                JujuTables.APPLICATIONS,
                JujuTables.UNITS,
                JujuTables.RELATIONS,
                JujuTables.RELATION_VALUES,
                JujuTables.RELATION_UNITS,
                JujuTables.CHARMS,
                JujuTables.TASKS,
                JujuTables.OPERATIONS,
                JujuTables.WAITS,
                JujuTables.SPACES,
                JujuTables.BOUND_ENDPOINTS);
    }

    JujuRows cloud(String name, String credential) {
        int id = world.table(JujuTables.CLOUDS).nextId();
        edits.insert(
                JujuTables.CLOUDS,
                new Cloud(id, name, "maas", "http://172.16.0.3:5240/MAAS", credential));
        return this;
    }

    /** A controller with the model {@code openstack}, which is the current one. */
    JujuRows model(String version) {
        edits.insert(
                JujuTables.CONTROLLERS,
                new Controller(
                        0, "maas-controller", "maas-one", "default", version, status("available")));
        edits.insert(
                JujuTables.MODELS,
                new Model(
                        0,
                        "maas-controller",
                        "openstack",
                        "uuid-openstack",
                        "ubuntu@22.04",
                        status("available"),
                        0,
                        0,
                        0));
        edits.insert(JujuTables.CLIENT, new Client(0, "maas-controller", MODEL));
        return this;
    }

    JujuRows otherModel(String name) {
        int id = world.table(JujuTables.MODELS).nextId();
        edits.insert(
                JujuTables.MODELS,
                new Model(
                        id,
                        "maas-controller",
                        name,
                        "uuid-" + name,
                        "",
                        status("available"),
                        0,
                        0,
                        0));
        return this;
    }

    /** What varies between applications. */
    record App(
            String model,
            String name,
            String version,
            String charm,
            String channel,
            int revision,
            boolean subordinate,
            StatusInfo leaderStatus) {}

    JujuRows application(App app) {
        int id = world.table(JujuTables.APPLICATIONS).nextId();
        edits.insert(
                JujuTables.APPLICATIONS,
                new Application(
                        id,
                        app.model(),
                        app.name(),
                        app.charm(),
                        app.channel(),
                        app.revision(),
                        "ubuntu@22.04",
                        app.subordinate(),
                        false,
                        "",
                        List.of(),
                        app.leaderStatus(),
                        app.version(),
                        false,
                        0));
        return this;
    }

    JujuRows application(String name, String charm) {
        return application(
                new App(MODEL, name, "", charm, "yoga/stable", 1, false, StatusInfo.NONE));
    }

    JujuRows unit(String name, String machine, String principal, StatusInfo workload) {
        return unit(name, machine, principal, workload, status("idle"), false, "", List.of());
    }

    JujuRows unit(
            String name,
            String machine,
            String principal,
            StatusInfo workload,
            StatusInfo agent,
            boolean leader,
            String address,
            List<String> ports) {
        int id = world.table(JujuTables.UNITS).nextId();
        edits.insert(
                JujuTables.UNITS,
                new Unit(
                        id,
                        MODEL,
                        name,
                        name.substring(0, name.indexOf('/')),
                        machine,
                        principal,
                        agent,
                        workload,
                        leader,
                        address,
                        ports,
                        List.of(),
                        1,
                        List.of(),
                        EventId.NONE,
                        EventId.NONE));
        return this;
    }

    JujuRows machine(
            String name, StatusInfo agent, StatusInfo instance, String id, String address) {
        int row = world.table(JujuTables.MACHINES).nextId();
        boolean known = !address.isEmpty();
        edits.insert(
                JujuTables.MACHINES,
                new Machine(
                        row,
                        MODEL,
                        name,
                        "ubuntu@22.04",
                        agent,
                        instance,
                        id,
                        id,
                        known ? List.of(address) : List.of(),
                        "",
                        known ? "arch=amd64" : "",
                        known ? "default" : "",
                        0));
        return this;
    }

    JujuRows relation(String provider, String requirer, String interfaceName, String type) {
        int id = world.table(JujuTables.RELATIONS).nextId();
        edits.insert(
                JujuTables.RELATIONS,
                new Relation(
                        id,
                        MODEL,
                        id,
                        provider,
                        requirer,
                        interfaceName,
                        type.equals("peer"),
                        type.equals("subordinate")));
        return this;
    }

    static StatusInfo status(String current) {
        return new StatusInfo(current, "", 0);
    }
}
