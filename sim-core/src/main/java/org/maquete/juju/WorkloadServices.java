package org.maquete.juju;

import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.host.StartService;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.CharmService;
import org.maquete.juju.catalog.ReadinessStyle;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * The services of systemd that charms install: they run when the install hook has ended, and a
 * charm looks at them when its status is due.
 */
final class WorkloadServices {

    private final CharmCatalog catalog;

    WorkloadServices(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void installed(HookFinished fact, World world, Outcome out) {
        if (fact.hook().kind() == Hook.Kind.INSTALL) {
            JujuView.unit(world, fact.model(), fact.unit())
                    .ifPresent(unit -> start(unit, world, out));
        }
    }

    private void start(Unit unit, World world, Outcome out) {
        String host = JujuView.hostOf(world, unit);
        if (!HostView.isUp(world, host)) {
            return;
        }
        for (CharmService service : of(unit, world)) {
            out.command(
                    new StartService(
                            host, service.name(), service.memoryMib(), service.cpuMilli()));
        }
    }

    private List<CharmService> of(Unit unit, World world) {
        return JujuView.application(world, unit.model(), unit.application())
                .flatMap(application -> catalog.find(application.charm()))
                .map(CharmMetadata::services)
                .orElse(List.of());
    }

    /** A service died alone: its charm will notice. */
    void died(ServiceDied fact, World world, Outcome out) {
        if (HostView.isUp(world, fact.host())) {
            plan(fact.host(), fact.service(), world, out);
        }
    }

    /** A service runs again whose absence its charm may have reported. */
    void started(ServiceStarted fact, World world, Outcome out) {
        plan(fact.host(), fact.service(), world, out);
    }

    private void plan(String host, String service, World world, Outcome out) {
        Optional<Machine> machine = ProvisionHandler.ofHost(world, host);
        if (machine.isEmpty() || Truth.isAbsent(world, machine.get())) {
            return;
        }
        for (Unit unit : JujuView.unitsOn(world, machine.get())) {
            boolean mayDiffer =
                    HostView.isStopped(world, host, service)
                            ? JujuView.isActive(unit)
                            : unit.agent().current().equals("idle")
                                    && !unit.workload().current().equals("active");
            if (mayDiffer && has(unit, service, world)) {
                HookHandler.planUpdate(unit, out);
            }
        }
    }

    private boolean has(Unit unit, String service, World world) {
        for (CharmService own : of(unit, world)) {
            if (own.name().equals(service)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a charm of OpenStack says of services that do not run; empty when all do. charmhelpers,
     * contrib/openstack/utils.py, and charms.openstack say it in the same words.
     */
    static String missing(CharmMetadata charm, HookContext context) {
        ReadinessStyle style = charm.readiness().style();
        String host = JujuView.hostOf(context.world(), context.unit());
        if (host.isEmpty()
                || (style != ReadinessStyle.OS_CLASSIC && style != ReadinessStyle.OS_REACTIVE)) {
            return "";
        }
        StringBuilder missing = new StringBuilder();
        for (CharmService service : charm.services()) {
            if (HostView.isStopped(context.world(), host, service.name())) {
                missing.append(missing.isEmpty() ? "" : ", ").append(service.name());
            }
        }
        return missing.isEmpty() ? "" : "Services not running that should be: " + missing;
    }
}
