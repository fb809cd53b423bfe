package org.maquete.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;

/**
 * How far the cluster has been formed. The leader does the steps and writes them into the peer
 * relation for the application, where every unit reads them: configure each instance, create the
 * cluster, and when {@value #INSTANCES_MIN} are configured, add all of them.
 */
final class Formation {

    // 3, instances: charm-mysql-innodb-cluster stable/jammy, reactive handlers; catalogue, units
    private static final int INSTANCES_MIN = 3;

    private static final String CLUSTERED = "clustered-";

    private final HookContext context;
    private final Relation peers;
    private final Map<String, String> written = new LinkedHashMap<>(0);

    Formation(HookContext context, Relation peers) {
        this.context = context;
        this.peers = peers;
    }

    /** Does what is possible now; only the leader's steps have an effect. */
    void advance() {
        if (!context.unit().leader()) {
            return;
        }
        for (Unit unit : context.peers()) {
            boolean self = unit.name().equals(context.unit().name());
            if (self || context.isReady(peers, unit.name())) {
                write("configured-" + unit.name(), "true");
            }
        }
        write("created", "true");
        if (count("configured-") < INSTANCES_MIN) {
            return;
        }
        write("instances-configured", "true");
        for (Unit unit : context.peers()) {
            if (isConfigured(unit.name())) {
                write(CLUSTERED + unit.name(), "true");
            }
        }
        write("instances-clustered", "true");
        if (primary().isEmpty()) {
            List<Unit> members = members();
            int drawn = context.draws("mysql primary", 0).below(members.size());
            write("primary", members.get(drawn).name());
        }
    }

    /** Puts what {@link #advance} has written, and adds the instances to the cluster. */
    void commit(HookOutcome out) {
        List<String> added = new ArrayList<>();
        written.forEach((name, value) -> {
            out.putForApplication(peers, name, value);
            if (name.startsWith(CLUSTERED)) {
                added.add(name.substring(CLUSTERED.length()));
            }
        });
        if (!added.isEmpty()) {
            out.command(
                    new AddMembers(
                            context.unit().model(),
                            context.application().name(),
                            context.config("cluster-name"),
                            primary(),
                            Integer.parseInt(context.config("expel-timeout")),
                            added));
        }
    }

    boolean isConfigured(String unit) {
        return is("configured-" + unit);
    }

    boolean isCreated() {
        return is("created");
    }

    boolean areInstancesConfigured() {
        return is("instances-configured");
    }

    boolean isClustered(String unit) {
        return is(CLUSTERED + unit);
    }

    boolean areInstancesClustered() {
        return is("instances-clustered");
    }

    /** The member that took writes at first, or the empty text. */
    String primary() {
        return read("primary");
    }

    /** The units that belong to the cluster. */
    List<Unit> members() {
        List<Unit> members = new ArrayList<>();
        for (Unit unit : context.peers()) {
            if (isClustered(unit.name())) {
                members.add(unit);
            }
        }
        return members;
    }

    private int count(String prefix) {
        int count = 0;
        for (Unit unit : context.peers()) {
            count += is(prefix + unit.name()) ? 1 : 0;
        }
        return count;
    }

    private boolean is(String name) {
        return read(name).equals("true");
    }

    private String read(String name) {
        String fresh = written.isEmpty() ? null : written.get(name);
        return fresh != null ? fresh : context.value(peers, context.application().name(), name);
    }

    private void write(String name, String value) {
        if (!read(name).equals(value)) {
            written.put(name, value);
        }
    }
}
