package org.maquete.nova.replay;

import java.util.List;
import org.maquete.kernel.JournalMode;
import org.maquete.kernel.Model;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.nova.scheduler.Scheduler;
import org.maquete.nova.trace.Trace;
import org.maquete.world.World;

/** A trace played to its last request, and what is measured on the way. */
public final class Replay {

    private static final Origin PERSON = new Origin.Person("replay");

    private final TraceReplay subsystem;
    private final Cloud cloud;
    private final Simulation run;
    private final double[] usedTimes = new double[Resource.COUNT];

    /** At its beginning. */
    public Replay(Cloud cloud, Scheduler policy, long seed) {
        this.cloud = cloud;
        this.subsystem = new TraceReplay(cloud, policy);
        Settings settings = new Settings(seed, JournalMode.DIGEST, List.of());
        this.run = new Simulation(new Model(List.of(subsystem)), settings);
        run.submit(new PlayTrace(), PERSON);
    }

    /** How many requests have been decided. */
    public int decided() {
        return run.world().table(TraceReplay.SERVED).nextId();
    }

    /** Whether all have been decided. */
    public boolean isOver() {
        return decided() == cloud.trace().requests().size();
    }

    /** Decides so many further requests, or all that are left. */
    public void advance(int count) {
        int until = (int) Math.min(cloud.trace().requests().size(), (long) decided() + count);
        while (decided() < until) {
            long spanNs = run.nextTime() - run.now();
            for (int r = 0; spanNs > 0 && r < Resource.COUNT; r++) {
                usedTimes[r] += (double) subsystem.columns().usedInAll(run.world(), r) * spanNs;
            }
            run.step();
        }
    }

    /** What came of it; when it is over. */
    public ReplayResult result() {
        if (!isOver()) {
            throw new IllegalStateException("expected all requests decided, found " + decided());
        }
        World world = run.world();
        int refused = (int) subsystem.columns().refusedCount(world);
        return new ReplayResult(
                decided(),
                decided() - refused,
                utilisation(Resource.VCPU),
                utilisation(Resource.MEMORY_MB),
                utilisation(Resource.GPU_MILLI),
                fragmentation(),
                balance(),
                run.journal().digest());
    }

    private ReplayResult.Utilisation utilisation(Resource resource) {
        double total = 0;
        for (Trace.Host each : cloud.trace().hosts()) {
            total += resource.had(each.room());
        }
        if (total == 0) {
            return new ReplayResult.Utilisation(0, 0);
        }
        int r = resource.number();
        double end = subsystem.columns().usedInAll(run.world(), r) / total;
        long spanNs = run.now() - cloud.trace().requests().getFirst().arrivalNs();
        return new ReplayResult.Utilisation(spanNs == 0 ? end : usedTimes[r] / total / spanNs, end);
    }

    private double fragmentation() {
        Rooms rooms = rooms();
        int hostCount = cloud.trace().hosts().size();
        double[] free = new double[hostCount];
        double freeInAll = 0;
        for (int i = 0; i < hostCount; i++) {
            int used = subsystem.columns().used(run.world(), 0, i);
            free[i] = Math.max(0, rooms.limit(0, i) - used);
            freeInAll += free[i];
        }
        double useless = 0;
        for (Asked.Kind kind : subsystem.asked().kinds()) {
            double onOthers = 0;
            for (int i = 0; i < hostCount; i++) {
                onOthers += free[i] > 0 && !rooms.fits(i, kind) ? free[i] : 0;
            }
            useless += onOthers * kind.requestCount();
        }
        return freeInAll == 0 ? 0 : useless / freeInAll / decided();
    }

    private double balance() {
        List<Trace.Host> hosts = cloud.trace().hosts();
        double[] shares = new double[hosts.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            int vcpus = Resource.VCPU.had(hosts.get(i).room());
            int used = subsystem.columns().used(run.world(), 0, i);
            shares[i] = vcpus == 0 ? 0 : (double) used / vcpus;
            sum += shares[i];
        }
        double mean = sum / shares.length;
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        return mean == 0 ? 0 : Math.sqrt(squares / shares.length) / mean;
    }

    /** Placement's view, as it is now. */
    private Rooms rooms() {
        subsystem.mirror().turnTo(run.world());
        return subsystem.mirror().rooms();
    }

    /** The run itself: to be forked, stepped and looked at. */
    public Simulation run() {
        return run;
    }
}
