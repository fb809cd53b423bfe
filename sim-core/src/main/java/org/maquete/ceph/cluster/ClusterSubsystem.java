package org.maquete.ceph.cluster;

import org.maquete.host.DiskFilled;
import org.maquete.host.DiskFreed;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** The storage cluster in time: monitors, the OSD map, placement groups. */
public final class ClusterSubsystem implements Subsystem {

    @Override
    public String name() {
        return "ceph-cluster";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                CephClusterView.CLUSTER,
                CephClusterView.MONITORS,
                CephClusterView.OSDS,
                CephClusterView.BUCKETS,
                CephClusterView.RULES,
                CephClusterView.POOLS,
                CephClusterView.CONTENTS,
                CephClusterView.PGS,
                CephClusterView.OPTIONS);
        registry.spans(ClusterSpans.all());
        commands(registry);
        events(registry);
        mapFacts(registry);
        poolFacts(registry);
        truths(registry);
        beliefs(registry);
        registry.resume(ClusterSubsystem::resume);
        registry.invariant("groups are where the map wants them", ClusterInvariants::groups);
        registry.invariant("the map has what it names", ClusterInvariants::map);
    }

    private static void commands(Registry registry) {
        registry.command(AddMonitor.class, MonHandler::add);
        registry.command(RemoveMonitor.class, MonHandler::remove);
        registry.command(AddOsd.class, OsdHandler::add);
        registry.command(PurgeOsd.class, OsdHandler::purge);
        registry.command(OsdOut.class, OsdHandler::out);
        registry.command(OsdIn.class, OsdHandler::in);
        registry.command(OsdDown.class, OsdHandler::ordered);
        registry.command(OsdReweight.class, OsdHandler::reweight);
        registry.command(SetPrimaryAffinity.class, OsdHandler::affinity);
        registry.command(HangOsd.class, OsdHandler::hang);
        registry.command(WakeOsd.class, OsdHandler::wake);
        registry.command(SetFlag.class, SettingHandler::flag);
        registry.command(SetOption.class, SettingHandler::option);
        registry.command(SetFullRatio.class, SettingHandler::ratio);
        registry.command(CrushReweight.class, SettingHandler::reweigh);
        registry.command(CrushAddBucket.class, SettingHandler::addBucket);
        registry.command(CrushMove.class, SettingHandler::move);
        registry.command(PoolCreate.class, PoolHandler::create);
        registry.command(PoolDelete.class, PoolHandler::delete);
        registry.command(PoolSet.class, PoolHandler::set);
        registry.command(EnableApplication.class, PoolHandler::enable);
        registry.command(PutObjects.class, PoolHandler::put);
    }

    private static void events(Registry registry) {
        registry.event(ElectionDue.class, MonHandler::due);
        registry.event(OsdNoticeDue.class, Detection::due);
        registry.event(OutDue.class, OutHandler::due);
        registry.event(PoolActiveDue.class, PoolHandler::activeDue);
        registry.event(PeeringSeen.class, PeeringHandler::seen);
        registry.event(PeeringDue.class, PeeringHandler::due);
        registry.event(RecoveryDue.class, Recovery::due);
        registry.event(FullnessDue.class, FullnessHandler::due);
        registry.event(AutoscaleDue.class, AutoscaleHandler::due);
    }

    private static void mapFacts(Registry registry) {
        registry.fact(ClusterFounded.class, ClusterFolds::founded);
        registry.fact(MonitorAdded.class, ClusterFolds::monitorAdded);
        registry.fact(MonitorRemoved.class, ClusterFolds::monitorRemoved);
        registry.fact(ElectionCalled.class, ClusterFolds::electionCalled);
        registry.fact(QuorumFormed.class, ClusterFolds::quorumFormed);
        registry.fact(OsdAdded.class, ClusterFolds::osdAdded);
        registry.fact(OsdPurged.class, ClusterFolds::osdPurged);
        registry.fact(OsdNoticePlanned.class, ClusterFolds::noticePlanned);
        registry.fact(OsdBooted.class, ClusterFolds::osdBooted);
        registry.fact(OsdWentDown.class, ClusterFolds::osdWentDown);
        registry.fact(OutPlanned.class, ClusterFolds::outPlanned);
        registry.fact(OsdReweighted.class, ClusterFolds::osdReweighted);
        registry.fact(PrimaryAffinitySet.class, ClusterFolds::affinitySet);
        registry.fact(OsdHung.class, ClusterFolds::osdHung);
        registry.fact(OsdWoke.class, ClusterFolds::osdWoke);
        registry.fact(FlagSet.class, ClusterFolds::flagSet);
        registry.fact(OptionSet.class, ClusterFolds::optionSet);
        registry.fact(FullRatioSet.class, ClusterFolds::ratioSet);
        registry.fact(BucketsChanged.class, ClusterFolds::bucketsChanged);
        registry.fact(RuleAdded.class, ClusterFolds::ruleAdded);
    }

    private static void poolFacts(Registry registry) {
        registry.fact(PoolCreated.class, ClusterFolds::poolCreated);
        registry.fact(PoolActivated.class, ClusterFolds::poolActivated);
        registry.fact(PoolTuned.class, ClusterFolds::poolTuned);
        registry.fact(PoolDeleted.class, ClusterFolds::poolDeleted);
        registry.fact(ApplicationEnabled.class, ClusterFolds::applicationEnabled);
        registry.fact(ObjectsWritten.class, ClusterFolds::objectsWritten);
        registry.fact(OsdFullnessSet.class, ClusterFolds::fullnessSet);
        registry.fact(FullnessPlanned.class, ClusterFolds::fullnessPlanned);
        registry.fact(AutoscalePlanned.class, ClusterFolds::scalePlanned);
        registry.fact(PgsChanged.class, ClusterFolds::pgsChanged);
        registry.fact(PgsSettled.class, ClusterFolds::pgsSettled);
    }

    /** What becomes so, and may be learnt. */
    private static void truths(Registry registry) {
        registry.react(ServiceDied.class, Detection::serviceDied);
        registry.react(ServiceStarted.class, Detection::serviceStarted);
        registry.react(HostDied.class, Detection::hostDied);
        registry.react(HostBooted.class, (_, world, out) -> MonHandler.review(world, out));
        registry.react(NetworkLost.class, Detection::networkLost);
        registry.react(NetworkReturned.class, Detection::networkReturned);
        registry.react(DiskFilled.class, (_, world, out) -> MonHandler.review(world, out));
        registry.react(DiskFreed.class, (_, world, out) -> MonHandler.review(world, out));
        registry.react(OsdHung.class, (_, world, out) -> Detection.review(world, out));
        registry.react(
                OsdWoke.class,
                (_, world, out) -> {
                    Detection.review(world, out);
                    PeeringHandler.goOn(world, out);
                });
    }

    /** What the maps say anew, and what follows. */
    private static void beliefs(Registry registry) {
        registry.react(QuorumFormed.class, ClusterSubsystem::elected);
        registry.react(MonitorAdded.class, (_, world, out) -> MonHandler.review(world, out));
        registry.react(MonitorRemoved.class, (_, world, out) -> MonHandler.review(world, out));
        registry.react(OsdBooted.class, (_, world, out) -> osdsChanged(world, out));
        registry.react(OsdWentDown.class, (_, world, out) -> Detection.review(world, out));
        registry.react(OsdReweighted.class, (_, world, out) -> osdsChanged(world, out));
        registry.react(OsdPurged.class, (_, world, out) -> Detection.review(world, out));
        registry.react(FlagSet.class, SettingHandler::flagSet);
        registry.react(OptionSet.class, (_, world, out) -> Detection.review(world, out));
        registry.react(FullRatioSet.class, (_, world, out) -> FullnessHandler.review(world, out));
        registry.react(
                OsdFullnessSet.class, (_, world, out) -> FullnessHandler.changed(world, out));
        registry.react(PoolCreated.class, (_, world, out) -> AutoscaleHandler.review(world, out));
        registry.react(PoolTuned.class, (_, world, out) -> AutoscaleHandler.review(world, out));
        registry.react(PoolDeleted.class, (_, world, out) -> FullnessHandler.review(world, out));
        registry.react(
                ObjectsWritten.class,
                (_, world, out) -> {
                    FullnessHandler.review(world, out);
                    AutoscaleHandler.review(world, out);
                });
    }

    private static void osdsChanged(World world, Outcome out) {
        Detection.review(world, out);
        AutoscaleHandler.review(world, out);
    }

    private static void elected(QuorumFormed fact, World world, Outcome out) {
        MonHandler.review(world, out);
        Detection.review(world, out);
    }

    private static void resume(World world, Outcome out) {
        MonHandler.resume(world, out);
        for (MapOsd osd : world.table(CephClusterView.OSDS)) {
            OsdHandler.resumeNews(osd, out);
        }
        ResumeHandler.resume(world, out);
    }
}
