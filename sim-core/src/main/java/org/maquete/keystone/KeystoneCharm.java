package org.maquete.keystone;

import java.util.Map;
import org.maquete.juju.CatalogCharm;
import org.maquete.juju.Charm;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.catalog.CharmMetadata;

/** keystone: as the catalogue says, and the action that tells the password of admin. */
final class KeystoneCharm implements Charm {

    private final CatalogCharm catalogCharm;

    KeystoneCharm(CharmMetadata charm) {
        this.catalogCharm = new CatalogCharm(charm);
    }

    @Override
    public String name() {
        return KeystoneView.CHARM;
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        catalogCharm.run(hook, context, out);
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        if (action.equals("get-admin-password")) {
            out.result("admin-password", KeystoneView.adminPassword(context.world()));
        } else {
            out.failAction("action \"" + action + "\" is not modelled");
        }
    }
}
