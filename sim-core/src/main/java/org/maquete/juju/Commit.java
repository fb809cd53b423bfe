package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

/** Turns what a hook or an action did into facts: only what is new is a fact. */
final class Commit {

    private final Unit unit;
    private final Application application;
    private final World world;
    private final Outcome out;

    Commit(Unit unit, Application application, World world, Outcome out) {
        this.unit = unit;
        this.application = application;
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
        StatusInfo old = unit.workload();
        List<String> waitsFor = texts(done.waitsFor());
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

    private static List<String> texts(List<Ref> refs) {
        List<String> texts = new ArrayList<>(refs.size());
        for (Ref ref : refs) {
            texts.add(ref.toString());
        }
        return texts;
    }

    private void application(HookOutcome done) {
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
        List<String> fresh = new ArrayList<>(0);
        for (String port : more) {
            if (!unit.openPorts().contains(port) && !fresh.contains(port)) {
                fresh.add(port);
            }
        }
        if (!fresh.isEmpty()) {
            fresh.addAll(unit.openPorts());
            fresh.sort(JujuView.NATURAL);
            out.fact(new PortsOpened(unit.model(), unit.name(), fresh));
        }
    }

    private void put(HookOutcome.Put put) {
        Optional<Relation> relation = JujuView.relation(world, unit.model(), put.relation());
        boolean mayPut = !put.application() || unit.leader();
        if (!mayPut || relation.isEmpty()) {
            return;
        }
        String as = put.application() ? unit.application() : unit.name();
        if (!JujuView.value(world, relation.get(), as, put.name()).equals(put.value())) {
            out.fact(
                    new RelationValuePut(
                            unit.model(), put.relation(), as, put.name(), put.value()));
        }
    }
}
