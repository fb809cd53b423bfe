package org.maquete.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.host.Host;
import org.maquete.host.HostView;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.Relation;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.world.World;

/**
 * Which applications answer requests: the truth, where {@code juju status} is a belief.
 *
 * <p>A unit answers when its system is up and reached by the network, its charm had nothing to
 * complain of when it last looked, and the applications that it needs for each request answer. An
 * application answers when one unit does, or, where units vote, when a majority does. What needs
 * what is read from the relations: only interfaces without which a request fails count. A vault
 * that is sealed stops nobody who has certificates already.
 */
public final class Services {

    // interfaces whose provider takes part in each request: charm-deployment-guide, appendix
    // "Managing power events", order of start; GUESS where a service would answer in part
    private static final List<String> NEEDED =
            List.of(
                    "mysql-router",
                    "mysql-shared",
                    "rabbitmq",
                    "keystone",
                    "ceph-client",
                    "ceph-osd",
                    "ceph-radosgw",
                    "ovsdb",
                    "ovsdb-cms");
    // charms whose units vote: Group Replication, Paxos, Raft
    private static final List<String> VOTING =
            List.of("mysql-innodb-cluster", "ceph-mon", "ovn-central", "etcd");

    private final World world;
    private final Map<String, ServiceState> found = new LinkedHashMap<>();

    private Services(World world) {
        this.world = world;
    }

    /** All applications of all models, in order of model and name; those without units not. */
    public static List<ServiceState> of(World world) {
        Services services = new Services(world);
        List<ServiceState> states = new ArrayList<>();
        for (Model model : JujuView.models(world)) {
            for (Application application : JujuView.applications(world, model.key())) {
                ServiceState state = services.state(application);
                if (state.unitCount() > 0) {
                    states.add(state);
                }
            }
        }
        return states;
    }

    private ServiceState state(Application application) {
        ServiceState known = found.get(application.key());
        if (known != null) {
            return known;
        }
        List<Unit> units = JujuView.units(world, application.model(), application.name());
        int needed = VOTING.contains(application.charm()) ? units.size() / 2 + 1 : 1;
        // Who needs itself by a ring of relations is taken to answer.
        found.put(
                application.key(),
                state(application, units.size(), units.size(), needed, List.of()));
        int up = 0;
        List<String> reasons = new ArrayList<>();
        for (Unit unit : units) {
            String why = whyNot(unit);
            if (why.isEmpty()) {
                up++;
            } else {
                reasons.add(unit.name() + ": " + why);
            }
        }
        ServiceState state = state(application, units.size(), up, needed, reasons);
        found.put(application.key(), state);
        return state;
    }

    private static ServiceState state(
            Application application, int units, int up, int needed, List<String> reasons) {
        return new ServiceState(
                application.model(), application.name(), units, up, needed, reasons);
    }

    /** Why a unit does not answer; empty when it does. */
    private String whyNot(Unit unit) {
        String host = JujuView.hostOf(world, unit);
        Optional<Host> system = HostView.host(world, host);
        if (system.isPresent() && !system.get().booted()) {
            return HostView.machineOf(world, host).orElse(host).equals(host)
                            || HostView.isUp(world, system.get().parent())
                    ? host + " is down"
                    : system.get().parent() + " is down";
        }
        if (HostView.isCutOff(world, host)) {
            return HostView.machineOf(world, host).orElse(host) + " has no network";
        }
        StatusInfo said = JujuView.lastSaid(world, unit);
        if (!said.current().equals("active") && !said.current().equals("unknown")) {
            return said.message().isEmpty() ? said.current() : said.message();
        }
        return needs(unit);
    }

    private String needs(Unit unit) {
        for (Relation relation : JujuView.relations(world, unit.model(), unit.application())) {
            boolean needed =
                    NEEDED.contains(relation.interfaceName())
                            && relation.requirerApplication().equals(unit.application());
            if (!needed) {
                continue;
            }
            String provider = relation.providerApplication();
            Optional<Application> other = JujuView.application(world, unit.model(), provider);
            if (other.isPresent() && !state(other.get()).isUp()) {
                return "needs " + provider;
            }
        }
        return "";
    }
}
