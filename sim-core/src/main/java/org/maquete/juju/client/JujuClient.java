package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Contribution;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.tool.HostProgram;
import org.maquete.tool.RemoteLogin;

/** The juju command: verbs, remedies and readers over the rows of {@link org.maquete.juju}. */
public final class JujuClient implements Subsystem {

    private final CharmCatalog catalog;

    /** A client that knows the options of these charms, as the real one asks the controller. */
    public JujuClient(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "juju-client";
    }

    @Override
    public void declare(Registry registry) {
        contributions(catalog).forEach(registry::contribute);
        SshVerbs ssh =
                new SshVerbs(
                        registry.contributions(HostProgram.class),
                        registry.contributions(RemoteLogin.class));
        registry.contribute(ssh.verb());
        registry.contribute(ssh.shell());
    }

    /** All that this package contributes. */
    public static List<Contribution> contributions(CharmCatalog catalog) {
        List<ClientVerb> verbs = new ArrayList<>(CloudVerbs.verbs());
        verbs.add(new DeployVerb(catalog).verb());
        verbs.addAll(ModelVerbs.verbs());
        verbs.addAll(RemovalVerbs.verbs());
        verbs.addAll(RepairVerbs.verbs());
        verbs.addAll(RefreshVerb.verbs());
        verbs.addAll(HaVerbs.verbs());
        verbs.addAll(ControllerVerb.verbs());
        verbs.add(new ConfigVerb(catalog).verb());
        verbs.addAll(ActionVerbs.verbs());
        verbs.addAll(QueryVerbs.verbs());
        verbs.addAll(StatusVerb.verbs(catalog));
        verbs.addAll(MachineVerbs.verbs(catalog));
        verbs.addAll(ShowVerbs.verbs(catalog));
        verbs.addAll(ExportVerb.verbs(catalog));
        verbs.addAll(StatusLogVerb.verbs());
        verbs.addAll(DebugLogVerb.verbs());
        verbs.addAll(SpaceVerbs.verbs());
        verbs.add(new BindVerb(catalog).verb());
        List<Contribution> all = new ArrayList<>(verbs);
        all.add(new JujuProgram());
        all.add(new MachineSupplier());
        all.add(new StatusReader(catalog));
        all.add(new StatusLogVerb());
        all.add(new DebugLogVerb());
        all.add(new CloudRemedy());
        all.add(new ModelRemedy(catalog));
        all.add(new RelationRemedy());
        all.add(new UsageRemedy(verbs));
        all.add(new ProvisioningRule());
        all.add(new SubordinateRule());
        all.add(new NumberingRule());
        all.add(new ReadOverRule());
        return all;
    }
}
