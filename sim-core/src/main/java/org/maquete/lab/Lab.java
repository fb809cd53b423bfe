package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import org.maquete.ceph.CephSubsystem;
import org.maquete.ceph.client.CephClient;
import org.maquete.ceph.cluster.ClusterSubsystem;
import org.maquete.cinder.CinderSubsystem;
import org.maquete.glance.GlanceSubsystem;
import org.maquete.guest.GuestSubsystem;
import org.maquete.hardware.HardwareSubsystem;
import org.maquete.horizon.HorizonSubsystem;
import org.maquete.host.HostSubsystem;
import org.maquete.juju.JujuSubsystem;
import org.maquete.juju.bundle.BundleDeployer;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.client.JujuClient;
import org.maquete.kernel.Model;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.KeystoneSubsystem;
import org.maquete.lxd.LxdSubsystem;
import org.maquete.lxd.client.LxdClient;
import org.maquete.maas.MaasSubsystem;
import org.maquete.maas.client.MaasClient;
import org.maquete.mysql.MysqlSubsystem;
import org.maquete.neutron.NeutronSubsystem;
import org.maquete.neutron.ovn.OvnClients;
import org.maquete.neutron.ovn.OvnControllers;
import org.maquete.nova.NovaSubsystem;
import org.maquete.operator.OperatorSubsystem;
import org.maquete.ovn.OvnSubsystem;
import org.maquete.placement.PlacementSubsystem;
import org.maquete.rabbitmq.RabbitmqSubsystem;
import org.maquete.reach.CloudWire;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.vault.VaultSubsystem;

/**
 * The one list of subsystems: one line each. Its order is the order of layers, of reactions and of
 * imports: a package imports only what stands above it here (checked by {@code TidyTest}).
 */
public final class Lab {

    private Lab() {}

    /** The whole lab, ready to run. */
    public static Model model(Library library) {
        return model(library, List.of());
    }

    /** The whole lab with further subsystems above all programs and below the operator. */
    public static Model model(Library library, List<Subsystem> more) {
        List<Subsystem> subsystems = programs(library.charms(), library.openstack());
        subsystems.addAll(more);
        subsystems.add(new OperatorSubsystem(library.scripts()));
        return new Model(subsystems);
    }

    private static List<Subsystem> programs(CharmCatalog catalog, OpenstackGrammar grammar) {
        List<Subsystem> list = new ArrayList<>();
        list.add(new HardwareSubsystem());
        list.add(new HostSubsystem());
        list.add(new MaasSubsystem());
        list.add(new MaasClient());
        list.add(new LxdSubsystem());
        list.add(new LxdClient());
        list.add(new JujuSubsystem(catalog));
        list.add(new BundleDeployer());
        list.add(new JujuClient(catalog));
        list.add(new MysqlSubsystem(catalog));
        list.add(new RabbitmqSubsystem(catalog));
        list.add(new VaultSubsystem(catalog));
        list.add(new ClusterSubsystem());
        list.add(new CephClient());
        list.add(new CephSubsystem(catalog));
        list.add(new OvnSubsystem(catalog));
        list.add(new KeystoneSubsystem(grammar, catalog));
        list.add(new PlacementSubsystem());
        list.add(new GlanceSubsystem(grammar));
        list.add(new CinderSubsystem(grammar));
        list.add(new NeutronSubsystem(grammar));
        list.add(new OvnControllers());
        list.add(new OvnClients());
        list.add(new NovaSubsystem(grammar));
        list.add(new GuestSubsystem(new CloudWire()));
        list.add(new HorizonSubsystem());
        return list;
    }
}
