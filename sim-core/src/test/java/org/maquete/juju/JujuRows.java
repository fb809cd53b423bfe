package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.ovn.OvnView;
import org.maquete.world.Edits;
import org.maquete.world.Sink;

/** Juju's tables for tests of what stands above it: applications appear as active at once. */
public final class JujuRows implements Subsystem {

    private static final String MODEL = "c:openstack";

    /** Puts an application with one active unit there, with these options. */
    public record PutApplication(String name, List<Setting> settings) implements Command {
        @Override
        public Ref subject() {
            return new Ref("application", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name);
        }
    }

    record ApplicationPut(String name, List<Setting> settings) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("application", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name);
        }
    }

    @Override
    public String name() {
        return "juju";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                JujuTables.APPLICATIONS, JujuTables.UNITS, JujuTables.CHARMS, OvnView.CLUSTERS);
        registry.command(
                PutApplication.class,
                (command, world, out) ->
                        out.fact(new ApplicationPut(command.name(), command.settings())));
        registry.fact(ApplicationPut.class, JujuRows::put);
    }

    private static void put(ApplicationPut fact, long timeNs, Edits edits) {
        String name = fact.name();
        if (edits.world().table(JujuTables.APPLICATIONS).has(MODEL + " " + name)) {
            int old = edits.world().table(JujuTables.APPLICATIONS).idOf(MODEL + " " + name);
            edits.remove(JujuTables.APPLICATIONS, old);
        } else {
            edits.insert(JujuTables.UNITS, unit(edits, name, timeNs));
        }
        edits.insert(
                JujuTables.APPLICATIONS,
                new Application(
                        edits.world().table(JujuTables.APPLICATIONS).nextId(),
                        MODEL,
                        name,
                        name,
                        "stable",
                        1,
                        "ubuntu@22.04",
                        false,
                        false,
                        "",
                        fact.settings(),
                        StatusInfo.NONE,
                        "",
                        false,
                        1));
    }

    private static Unit unit(Edits edits, String name, long timeNs) {
        return new Unit(
                edits.world().table(JujuTables.UNITS).nextId(),
                MODEL,
                name + "/0",
                name,
                "0",
                "",
                new StatusInfo("idle", "", timeNs),
                new StatusInfo("active", "Unit is ready", timeNs),
                true,
                "172.16.0.31",
                List.of(),
                List.of(),
                0,
                List.of(),
                EventId.NONE,
                EventId.NONE);
    }
}
