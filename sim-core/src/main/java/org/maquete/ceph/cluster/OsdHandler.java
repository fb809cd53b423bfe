package org.maquete.ceph.cluster;

import java.util.Optional;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.host.HostView;
import org.maquete.host.StartService;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about OSDs: made, up and down, in and out, gone. */
final class OsdHandler {

    private OsdHandler() {}

    /** Whether the monitors take commands; refuses when they do not. */
    static boolean isServed(World world, Outcome out) {
        boolean canCommit = Truth.canCommit(world);
        if (!canCommit) {
            // The real client waits for ever; its caller prints nothing.
            out.refuse(Refusal.of("no quorum", "the monitors have no quorum"));
        }
        return canCommit;
    }

    static Refusal missing(int osd) {
        String name = "osd." + osd;
        return Refusal.missing("ENOENT", name + " does not exist", "osd", name);
    }

    private static Optional<MapOsd> find(int number, World world, Outcome out) {
        if (!isServed(world, out)) {
            return Optional.empty();
        }
        Optional<MapOsd> osd = new ClusterState(world).osd(number);
        if (osd.isEmpty()) {
            out.refuse(missing(number));
        }
        return osd;
    }

    static void add(AddOsd command, World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded()) {
            out.refuse(Refusal.of("no quorum", "there is no monitor yet"));
            return;
        }
        int number = 0;
        while (state.osd(number).isPresent()) {
            number++;
        }
        String uuid =
                out.draws(command.host() + " " + command.device(), "osd-uuid", out.now()).uuid();
        OsdAdded added =
                new OsdAdded(
                        number,
                        command.host(),
                        command.device(),
                        command.deviceClass(),
                        command.bytes(),
                        uuid);
        PgLedger ledger = new PgLedger(world, out);
        ledger.draft().put(MapOsd.fresh(0, added, out.now()));
        out.fact(added);
        CrushTree.add(number, command, ledger, out);
        PeeringHandler.changed(ledger, false, out);
        if (HostView.isUp(world, command.host())) {
            out.command(new StartService(command.host(), MapOsd.service(number)));
        }
    }

    static void purge(PurgeOsd command, World world, Outcome out) {
        Optional<MapOsd> found = find(command.osd(), world, out);
        if (found.isEmpty()) {
            return;
        }
        MapOsd osd = found.get();
        if (osd.up()) {
            out.refuse(Refusal.of("EBUSY", osd.key() + " is not `down`."));
            return;
        }
        out.cancel(osd.news().event());
        out.cancel(osd.out());
        PgLedger ledger = new PgLedger(world, out);
        ledger.draft().remove(osd.osd());
        ledger.forget(osd.osd());
        CrushTree.remove(osd.osd(), ledger, out);
        out.fact(new OsdPurged(osd.osd()));
        PeeringHandler.changed(ledger, false, out);
    }

    static void out(OsdOut command, World world, Outcome out) {
        find(command.osd(), world, out)
                .filter(MapOsd::in)
                .ifPresent(osd -> weigh(osd, 0, false, world, out));
    }

    static void in(OsdIn command, World world, Outcome out) {
        find(command.osd(), world, out)
                .filter(osd -> !osd.in())
                .ifPresent(osd -> weigh(osd, OsdState.ONE, false, world, out));
    }

    static void reweight(OsdReweight command, World world, Outcome out) {
        find(command.osd(), world, out)
                .filter(osd -> osd.weightFixed16() != command.weightFixed16())
                .ifPresent(osd -> weigh(osd, command.weightFixed16(), false, world, out));
    }

    static void weigh(MapOsd osd, int fixed16, boolean isAuto, World world, Outcome out) {
        out.cancel(osd.out());
        PgLedger ledger = new PgLedger(world, out);
        ledger.draft().put(osd.weighing(fixed16));
        out.fact(new OsdReweighted(osd.osd(), fixed16, isAuto));
        PeeringHandler.changed(ledger, false, out);
    }

    static void ordered(OsdDown command, World world, Outcome out) {
        find(command.osd(), world, out)
                .filter(MapOsd::up)
                .ifPresent(osd -> {
                    out.cancel(osd.news().event());
                    down(osd, Notice.ORDERED, world, out);
                });
    }

    /** The map has an OSD as down. */
    static void down(MapOsd osd, Notice notice, World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        int epoch = ledger.state().map().epoch() + 1;
        ledger.draft().put(osd.with(osd.belief().down(epoch, out.now())));
        out.fact(new OsdWentDown(osd.osd(), notice));
        boolean isSilent = notice == Notice.SILENCE || notice == Notice.TIMEOUT;
        PeeringHandler.changed(ledger, isSilent, out);
    }

    static void affinity(SetPrimaryAffinity command, World world, Outcome out) {
        Optional<MapOsd> found = find(command.osd(), world, out);
        if (found.isPresent() && found.get().affinityFixed16() != command.affinityFixed16()) {
            PgLedger ledger = new PgLedger(world, out);
            ledger.draft().put(found.get().willing(command.affinityFixed16()));
            out.fact(new PrimaryAffinitySet(command.osd(), command.affinityFixed16()));
            PeeringHandler.changed(ledger, false, out);
        }
    }

    static void hang(HangOsd command, World world, Outcome out) {
        Optional<MapOsd> osd = new ClusterState(world).osd(command.osd());
        if (osd.isEmpty()) {
            out.refuse(missing(command.osd()));
        } else if (!osd.get().hung() && runs(osd.get(), world)) {
            out.fact(new OsdHung(command.osd()));
        }
    }

    private static boolean runs(MapOsd osd, World world) {
        return HostView.isRunning(world, osd.seat().host(), osd.service());
    }

    static void wake(WakeOsd command, World world, Outcome out) {
        Optional<MapOsd> osd = new ClusterState(world).osd(command.osd());
        if (osd.isEmpty()) {
            out.refuse(missing(command.osd()));
        } else if (osd.get().hung()) {
            out.fact(new OsdWoke(command.osd()));
        }
    }

    static void resumeNews(MapOsd osd, Outcome out) {
        if (osd.news().dueNs() > 0) {
            long left = Math.max(0, osd.news().dueNs() - out.now());
            EventId event = out.schedule(left, new OsdNoticeDue(osd.osd()));
            out.fact(new OsdNoticePlanned(osd.osd(), osd.news().notice(), out.now() + left, event));
        }
        if (osd.outDueNs() > 0) {
            long left = Math.max(0, osd.outDueNs() - out.now());
            EventId event = out.schedule(left, new OutDue(osd.osd()));
            out.fact(new OutPlanned(osd.osd(), Math.max(1, out.now() + left), event));
        }
    }
}
