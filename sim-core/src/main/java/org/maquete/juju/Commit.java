package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

/** Turns what a hook or an action did into facts: only what is new is a fact. */
final class Commit {

    private final Unit unit;
    private final World world;
    private final Outcome out;

    Commit(Unit unit, World world, Outcome out) {
        this.unit = unit;
        this.world = world;
        this.out = out;
    }

    void of(HookOutcome done) {
        workload(done);
        application(done);
        ports(done.ports());
        done.puts().forEach(this::put);
        done.commands().forEach(out::command);
        if (done.wantsPeersToLook()) {
            for (Unit peer : JujuView.units(world, unit.model(), unit.application())) {
                if (!peer.name().equals(unit.name())) {
                    HookHandler.planUpdate(peer, out);
                }
            }
        }
    }

    private void workload(HookOutcome done) {
        if (done.status().isEmpty()) {
            return;
        }
        List<String> waitsFor = new ArrayList<>(done.waitsFor().size());
        for (Ref ref : done.waitsFor()) {
            waitsFor.add(ref.toString());
        }
        StatusInfo old = unit.workload();
        boolean same =
                old.current().equals(done.status())
                        && old.message().equals(done.message())
                        && unit.waitsFor().equals(waitsFor);
        if (!same) {
            out.fact(
                    new WorkloadStatusSet(
                            unit.model(), unit.name(), done.status(), done.message(), waitsFor));
        }
    }

    private void application(HookOutcome done) {
        Application application =
                world.table(JujuTables.APPLICATIONS).get(unit.model(), unit.application());
        StatusInfo old = application.leaderStatus();
        if (unit.leader()
                && !done.applicationStatus().isEmpty()
                && !(old.current().equals(done.applicationStatus())
                        && old.message().equals(done.applicationMessage()))) {
            out.fact(
                    new ApplicationStatusSet(
                            unit.model(),
                            application.name(),
                            done.applicationStatus(),
                            done.applicationMessage()));
        }
        if (!done.version().isEmpty() && !done.version().equals(application.version())) {
            out.fact(new ApplicationVersionSet(unit.model(), application.name(), done.version()));
        }
    }

    private void ports(List<String> more) {
        List<String> ports = new ArrayList<>(unit.openPorts());
        for (String port : more) {
            if (!ports.contains(port)) {
                ports.add(port);
            }
        }
        if (ports.size() > unit.openPorts().size()) {
            ports.sort(JujuView.NATURAL);
            out.fact(new PortsOpened(unit.model(), unit.name(), ports));
        }
    }

    private void put(HookOutcome.Put put) {
        String relation = unit.model() + " " + put.relation();
        boolean mayPut = !put.application() || unit.leader();
        if (!mayPut || !world.table(JujuTables.RELATIONS).has(relation)) {
            return;
        }
        Relation row = world.table(JujuTables.RELATIONS).get(relation);
        String as = put.application() ? unit.application() : unit.name();
        if (!JujuView.value(world, row, as, put.name()).equals(put.value())) {
            out.fact(
                    new RelationValuePut(
                            unit.model(), put.relation(), as, put.name(), put.value()));
        }
    }
}
