package org.maquete.nova;

import java.util.List;
import org.maquete.host.HostBooted;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.neutron.PortBecameActive;
import org.maquete.tool.cliff.OpenstackGrammar;

/** Nova and its commands in the openstack client. */
public final class NovaSubsystem implements Subsystem {

    static final Span SCHEDULING =
            Span.seconds("nova.scheduling", 1, 2, "facts/openstack.md 4: whole create 2-3 s");
    static final Span SPAWNING =
            Span.seconds("nova.spawning", 5, 20, "GUESS: image from Ceph, qemu on a NUC");
    static final Span POWER = Span.seconds("nova.power", 2, 4, "GUESS: acpi shutdown, small image");

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
        registry.tables(NovaView.FLAVORS, NovaView.KEYPAIRS, NovaView.SERVERS);
        registry.spans(List.of(SCHEDULING, SPAWNING, POWER));
        registry.command(CreateFlavor.class, CatalogHandler::createFlavor);
        registry.command(DeleteFlavors.class, CatalogHandler::deleteFlavors);
        registry.command(ImportKeypair.class, CatalogHandler::importKeypair);
        registry.command(DeleteKeypairs.class, CatalogHandler::deleteKeypairs);
        ServerHandler servers = new ServerHandler();
        registry.command(CreateServer.class, servers::create);
        registry.command(DeleteServers.class, servers::delete);
        registry.command(StopServer.class, servers::stop);
        registry.command(StartServer.class, servers::start);
        registry.command(AddServerGroup.class, servers::addGroup);
        registry.event(SchedulingDue.class, servers::schedule);
        registry.event(SpawningDue.class, servers::spawned);
        registry.event(PowerChangeDue.class, servers::powerChanged);
        registry.react(PortBecameActive.class, servers::plugged);
        registry.react(HostBooted.class, ComputeService::booted);
        registry.refused(servers::refused);
        NovaFolds.declare(registry);
        registry.contribute(new ServerRemedy());
        registry.contribute(new HostMemoryIsShort());
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of("compute"));
        FlavorVerbs.all(make).forEach(registry::contribute);
        ServerVerbs.all(make).forEach(registry::contribute);
        AddressVerbs.all(make).forEach(registry::contribute);
    }
}
