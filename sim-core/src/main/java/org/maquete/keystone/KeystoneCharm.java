package org.maquete.keystone;

import java.util.Map;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.catalog.CharmMetadata;

/** keystone: as the catalogue says, and the action that tells the password of admin. */
final class KeystoneCharm implements Charm {

    private final CharmReadiness readiness;

    KeystoneCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return KeystoneView.CHARM;
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        readiness.report(readiness.assess(context), context, out);
        readiness.share(context, out, _ -> readiness.canGive(context));
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
