package org.maquete.nova.replay;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.nova.scheduler.Scheduler;
import org.maquete.nova.trace.Trace;
import org.maquete.world.Edits;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * Requests come, are decided and go.
 *
 * <p>Only the next request is pending, and the end of every server that runs. Whoever leaves at an
 * instant does so before somebody comes. A row a request; what is used of each host stands in
 * columns, and {@link Mirror} repeats those in the form that a scheduler reads.
 *
 * <p>A model with it is for one thread: the mirror and most schedulers have scratch memory.
 */
public final class TraceReplay implements Subsystem {

    static final TableKey<Served> SERVED = TableKey.dense("replay.served");

    private final Asked asked;
    private final Columns columns;
    private final Scheduler policy;
    private final Mirror mirror;

    /**
     * @param policy who decides; what it remembers must follow from what it is asked, because a
     *     fork of the run asks the same policy
     */
    public TraceReplay(Cloud cloud, Scheduler policy) {
        this.asked = new Asked(cloud.trace());
        this.columns = new Columns(asked);
        this.policy = policy;
        this.mirror = new Mirror(cloud, asked, columns);
    }

    @Override
    public String name() {
        return "replay";
    }

    Asked asked() {
        return asked;
    }

    Mirror mirror() {
        return mirror;
    }

    Columns columns() {
        return columns;
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(SERVED);
        columns.declare(registry);
        registry.command(PlayTrace.class, (_, _, out) -> next(out, -1));
        registry.event(RequestDue.class, this::decide);
        registry.event(
                DepartureDue.class,
                (due, world, out) -> {
                    int host = world.table(SERVED).get(due.request()).host();
                    out.fact(new ServerLeft(due.request(), host));
                });
        registry.fact(ServerPlaced.class, (fact, _, edits) -> placed(fact, edits));
        registry.fact(ServerRefused.class, (fact, _, edits) -> refused(fact, edits));
        registry.fact(ServerLeft.class, (fact, _, edits) -> left(fact, edits));
        registry.resume(this::resume);
        registry.invariant("no host promises more than it may", this::overfull);
        registry.invariant("the scheduler sees what is so", this::blurred);
    }

    /** Schedules the request after this one. */
    private void next(Outcome out, int before) {
        if (before + 1 < asked.count()) {
            long arrivalNs = asked.request(before + 1).arrivalNs();
            out.schedule(Math.max(0, arrivalNs - out.now()), new RequestDue(before + 1));
        }
    }

    private void decide(RequestDue due, World world, Outcome out) {
        mirror.turnTo(world);
        int request = due.request();
        Asked.Kind kind = asked.kind(request);
        int[] candidates = mirror.rooms().candidates(kind);
        int host =
                candidates.length == 0
                        ? Scheduler.NONE
                        : policy.choose(mirror.states(), asked.spec(request), candidates);
        if (host == Scheduler.NONE) {
            out.fact(new ServerRefused(request));
        } else if (mirror.rooms().fits(host, kind)) {
            out.fact(new ServerPlaced(request, host));
            long endNs = asked.request(request).endNs();
            if (endNs != Trace.NEVER) {
                out.schedule(endNs - out.now(), new DepartureDue(request));
            }
        } else {
            throw new IllegalStateException(
                    "expected one of the candidates for request "
                            + request
                            + ", found host "
                            + host
                            + ", which has no room\nMaybe the policy does not look at them.");
        }
        next(out, request);
    }

    private void placed(ServerPlaced fact, Edits edits) {
        boolean follows = mirror.follows(edits.world());
        edits.insert(SERVED, new Served(fact.request(), fact.host(), false));
        columns.moved(edits, fact.request(), fact.host(), 1);
        if (follows) {
            mirror.moved(fact.request(), fact.host(), 1);
        }
    }

    private void refused(ServerRefused fact, Edits edits) {
        boolean follows = mirror.follows(edits.world());
        edits.insert(SERVED, new Served(fact.request(), Served.NOWHERE, false));
        columns.refused(edits);
        if (follows) {
            mirror.heard();
        }
    }

    private void left(ServerLeft fact, Edits edits) {
        boolean follows = mirror.follows(edits.world());
        edits.set(SERVED, new Served(fact.request(), fact.host(), true));
        columns.moved(edits, fact.request(), fact.host(), -1);
        if (follows) {
            mirror.moved(fact.request(), fact.host(), -1);
        }
    }

    private void resume(World world, Outcome out) {
        for (Served each : world.table(SERVED)) {
            long endNs = asked.request(each.id()).endNs();
            if (each.isRunning() && endNs != Trace.NEVER) {
                out.schedule(Math.max(0, endNs - out.now()), new DepartureDue(each.id()));
            }
        }
        next(out, world.table(SERVED).nextId() - 1);
    }

    private List<String> overfull(World world) {
        List<String> wrong = new ArrayList<>();
        for (int host = 0; host < asked.hostCount(); host++) {
            for (Resource each : Resource.values()) {
                int limit = mirror.rooms().limit(each.number(), host);
                int used = columns.used(world, each.number(), host);
                if (used > limit || used < 0) {
                    wrong.add("host " + host + ": " + used + " of " + limit + " " + each);
                }
            }
        }
        return wrong;
    }

    /** What the mirror says is compared with the columns, if it is this world's. */
    private List<String> blurred(World world) {
        return mirror.follows(world) ? mirror.differences() : List.of();
    }
}
