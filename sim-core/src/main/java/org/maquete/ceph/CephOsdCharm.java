package org.maquete.ceph;

import java.util.Map;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.UnitHost;
import org.maquete.juju.catalog.CharmMetadata;

/**
 * ceph-osd: as soon as the monitors answer it turns each configured disk into an OSD, all or none,
 * and tells the monitors how many it has.
 */
final class CephOsdCharm implements Charm {

    static final String NO_DEVICE = "No block devices detected using current configuration";
    static final String NON_PRISTINE =
            "Non-pristine devices detected, consult `list-disks`, `zap-disk` and `blacklist-*`"
                    + " actions.";

    private final CharmReadiness readiness;

    CephOsdCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return "ceph-osd";
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        Assessment relations = readiness.assess(context);
        readiness.report(relations.isActive() ? osdize(context, out) : relations, context, out);
        readiness.share(context, out, _ -> true);
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        if (!OsdActions.run(action, parameters, context, out)) {
            Charm.super.action(action, parameters, context, out);
        }
    }

    private static Assessment osdize(HookContext context, HookOutcome out) {
        String host = UnitHost.of(context.world(), context.unit()).orElse("");
        BlockDevices devices =
                BlockDevices.of(context.world(), host, context.config("osd-devices"));
        for (String device : devices.usable()) {
            out.command(new CreateOsd(host, device));
        }
        int osdCount = CephView.osds(context.world(), host).size() + devices.usable().size();
        for (Relation mon : context.relations("mon")) {
            String told = context.value(mon, context.unit().name(), "bootstrapped-osds");
            if (!told.equals(Integer.toString(osdCount))) {
                out.put(mon, "bootstrapped-osds", Integer.toString(osdCount));
            }
        }
        if (!devices.nonPristine().isEmpty()) {
            return Assessment.blocked(NON_PRISTINE);
        }
        return osdCount == 0
                ? Assessment.blocked(NO_DEVICE)
                : Assessment.active("Unit is ready (" + osdCount + " OSD)");
    }
}
