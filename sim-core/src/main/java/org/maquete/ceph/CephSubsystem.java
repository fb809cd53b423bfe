package org.maquete.ceph;

import java.util.List;
import org.maquete.ceph.cluster.AddOsd;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.WriteDisk;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.juju.Charm;
import org.maquete.juju.Onlookers;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** The charms of the storage cluster: what they make of disks and monitors. */
public final class CephSubsystem implements Subsystem {

    // GUESS: the inventory does not say whether a disk rotates; those of the lab do not
    private static final String DEVICE_CLASS = "ssd";
    private static final long GB = 1_000_000_000L;

    private final CharmCatalog catalog;

    /** Takes the charms' metadata from this catalogue. */
    public CephSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "ceph";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(
                new CephMonCharm(catalog.find("ceph-mon").orElseThrow()),
                new CephOsdCharm(catalog.find("ceph-osd").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(CephView.OSDS, BlockedClients.POOLS);
        BlockedClients.declare(registry);
        registry.command(CreateOsd.class, CephSubsystem::create);
        registry.fact(
                OsdCreated.class,
                (fact, _, edits) ->
                        edits.insert(
                                CephView.OSDS, new Osd(fact.osd(), fact.host(), fact.device())));
        registry.react(
                HostDied.class,
                (fact, world, out) -> Onlookers.ofHost(world, out, fact.name(), CephMonCharm.NAME));
        registry.react(
                HostBooted.class,
                (fact, world, out) -> Onlookers.ofHost(world, out, fact.name(), CephMonCharm.NAME));
        charms().forEach(registry::contribute);
        for (CephDeviceRule.Kind kind : CephDeviceRule.Kind.values()) {
            registry.contribute(new CephDeviceRule(kind));
        }
    }

    private static void create(CreateOsd command, World world, Outcome out) {
        boolean there =
                CephView.osds(world, command.host()).stream()
                        .anyMatch(osd -> osd.device().equals(command.device()));
        if (there) {
            return; // two hooks of one unit asked for it
        }
        int next = world.table(CephView.OSDS).nextId();
        out.fact(new OsdCreated(next, command.host(), command.device()));
        out.command(new WriteDisk(command.host(), command.device()));
        long bytes =
                HardwareView.disk(world, command.host(), command.device())
                        .map(disk -> disk.gb() * GB)
                        .orElse(0L);
        out.command(new AddOsd(command.host(), command.device(), DEVICE_CLASS, bytes));
    }
}
