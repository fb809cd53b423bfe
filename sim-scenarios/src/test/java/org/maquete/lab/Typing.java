package org.maquete.lab;

import java.util.List;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.MapOsd;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.operator.Pace;
import org.maquete.operator.TypeScript;
import org.maquete.runbook.SourceText;
import org.maquete.world.World;

/** A person at the keyboard of a deployed lab, and somebody beside the machines. */
final class Typing {

    private final Simulation run;

    /** Types into a branch of this run, which is left as it is. */
    Typing(Simulation deployed) {
        run = deployed.fork();
    }

    /** Types a line and lets so much time pass. */
    Typing type(String line, long seconds) {
        SourceText text = new SourceText("typed.sh", line + "\n");
        run.submit(new TypeScript(List.of(text), Pace.HASTY), new Origin.Person("types"));
        return pass(seconds);
    }

    /** What the last line was answered. */
    Answer answer() {
        int last = OperatorView.lineCount(run.world()) - 1;
        return OperatorView.line(run.world(), last).answer();
    }

    /** What a line is answered at once; nothing of it stays. */
    String ask(String line) {
        Typing branch = new Typing(run);
        return branch.type(line, 1).answer().text();
    }

    /** One column of {@code openstack <thing> show}. */
    String show(String thing, String column, String name) {
        return ask("openstack " + thing + " show -f value -c " + column + " " + name);
    }

    Typing pass(long seconds) {
        run.runUntil(run.now() + seconds * SimTime.SECOND);
        return this;
    }

    Typing toEnd() {
        run.runToEnd();
        return this;
    }

    Typing submit(Command command) {
        run.submit(command, new Origin.Lab("test"));
        return this;
    }

    /** Stops all OSDs but the first: no group has min_size copies. */
    Typing stopOsds() {
        for (MapOsd osd : osds()) {
            submit(new StopService(osd.seat().host(), osd.service()));
        }
        return pass(30);
    }

    /** Starts them again. */
    Typing startOsds() {
        for (MapOsd osd : osds()) {
            submit(new StartService(osd.seat().host(), osd.service(), 0, 0));
        }
        return this;
    }

    private List<MapOsd> osds() {
        return world().table(CephClusterView.OSDS).stream().skip(1).toList();
    }

    World world() {
        return run.world();
    }

    /** The whole run, for its invariants. */
    Simulation run() {
        return run;
    }
}
