package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Contribution;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;

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
    }

    /** All that this package contributes. */
    public static List<Contribution> contributions(CharmCatalog catalog) {
        List<Contribution> all = new ArrayList<>();
        all.add(new JujuProgram());
        all.addAll(CloudVerbs.verbs());
        all.add(new DeployVerb(catalog).verb());
        all.addAll(ModelVerbs.verbs());
        all.add(new ConfigVerb(catalog).verb());
        all.addAll(ActionVerbs.verbs());
        all.addAll(QueryVerbs.verbs());
        all.addAll(StatusVerb.verbs());
        return all;
    }
}
