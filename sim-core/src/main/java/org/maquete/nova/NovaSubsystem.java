package org.maquete.nova;

import java.util.List;
import org.maquete.ceph.PoolServed;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.neutron.PortBecameActive;
import org.maquete.neutron.PortStalled;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.World;

/** Nova and its commands in the openstack client. */
public final class NovaSubsystem implements Subsystem {

    private final OpenstackGrammar grammar;

    /** With the grammar of the client's commands. */
    public NovaSubsystem(OpenstackGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public String name() {
        return "nova";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                NovaView.FLAVORS,
                NovaView.KEYPAIRS,
                NovaView.SERVERS,
                NovaView.MIGRATIONS,
                NovaView.SERVICES,
                NovaView.REQUESTS,
                InstanceActions.ACTIONS,
                Disks.DISKS);
        registry.spans(ServerSpans.all());
        registry.command(CreateFlavor.class, CatalogHandler::createFlavor);
        registry.command(SetFlavor.class, CatalogHandler::setFlavor);
        registry.command(DeleteFlavors.class, CatalogHandler::deleteFlavors);
        registry.command(ImportKeypair.class, CatalogHandler::importKeypair);
        registry.command(DeleteKeypairs.class, CatalogHandler::deleteKeypairs);
        ServerHandler servers = new ServerHandler();
        registry.command(CreateServer.class, servers::create);
        registry.command(ActOnServers.class, LifeHandler::act);
        registry.command(LockServers.class, LifeHandler::lock);
        registry.command(SetServer.class, LifeHandler::set);
        registry.command(SetService.class, ComputeService::set);
        registry.command(AddServerGroup.class, servers::addGroup);
        registry.command(RemoveServerGroup.class, servers::removeGroup);
        registry.event(SchedulingDue.class, servers::schedule);
        registry.event(SpawningDue.class, servers::spawned);
        registry.event(BuildFailedDue.class, servers::buildFailed);
        registry.event(RpcTimeoutDue.class, servers::timedOut);
        registry.event(PluggingTimeoutDue.class, Plugging::timedOut);
        registry.event(StageDue.class, StageHandler::due);
        registry.event(ReclaimDue.class, SoftDeletion::reclaim);
        registry.react(PortBecameActive.class, servers::plugged);
        registry.react(PortStalled.class, Plugging::stalled);
        registry.react(HostBooted.class, ComputeService::booted);
        registry.react(HostDied.class, ComputeService::hostDied);
        registry.react(NetworkLost.class, ComputeService::networkLost);
        registry.react(NetworkReturned.class, ComputeService::networkReturned);
        registry.react(ServiceDied.class, ComputeService::serviceDied);
        registry.react(ServiceStarted.class, ComputeService::serviceStarted);
        registry.refused(servers::refused);
        NovaInvariants.declare(registry);
        registry.resume(NovaSubsystem::resume);
        NovaFolds.declare(registry);
        registry.react(ServiceSeen.class, StageHandler::seen);
        registry.react(PoolServed.class, RootPool::served);
        AggregateHandler.declare(registry);
        GroupHandler.declare(registry);
        Disks.declare(registry);
        DiskBuild.declare(registry);
        registry.contribute(new ServerRemedy());
        registry.contribute(new HostMemoryIsShort());
        verbs(registry);
    }

    private void verbs(Registry registry) {
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of("compute"));
        FlavorVerbs.all(make).forEach(registry::contribute);
        LifeVerbs.all(make).forEach(registry::contribute);
        ComputeVerbs.all(make).forEach(registry::contribute);
        InstanceActions.verbs(make).forEach(registry::contribute);
        LimitVerbs.all(make).forEach(registry::contribute);
        UsageVerbs.all(make).forEach(registry::contribute);
        VolumeVerbs.all(make).forEach(registry::contribute);
        AggregateVerbs.all(make).forEach(registry::contribute);
        ZoneVerbs.all(make).forEach(registry::contribute);
        GroupVerbs.all(make).forEach(registry::contribute);
        ServerVerbs.all(make).forEach(registry::contribute);
        AddressVerbs.all(make).forEach(registry::contribute);
    }

    /** What an observed server is on its way to. */
    private static void resume(World world, Outcome out) {
        for (Server server : world.table(NovaView.SERVERS)) {
            boolean building = server.state().isBuilding();
            boolean acting = server.job().action() != ServerAction.NONE;
            if (!server.job().waits() && (building || acting)) {
                StageHandler.resume(server, out);
            }
            if (SoftDeletion.isHidden(server) && !acting) {
                SoftDeletion.resume(server, world, out);
            }
        }
        Disks.resume(world, out);
    }
}
