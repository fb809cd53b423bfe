package org.maquete.host;

import java.util.function.UnaryOperator;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;

/** Applies what happened to hosts and services. */
final class HostFolds {

    private HostFolds() {}

    static void installed(SystemInstalled fact, long timeNs, Edits edits) {
        int id = edits.world().table(HostView.HOSTS).nextId();
        edits.insert(
                HostView.HOSTS,
                new Host(
                        id,
                        fact.name(),
                        fact.kind(),
                        fact.parent(),
                        HostState.DOWN,
                        0,
                        0,
                        EventId.NONE));
    }

    static void bootStarted(BootStarted fact, long timeNs, Edits edits) {
        edits.change(
                HostView.HOSTS,
                fact.name(),
                h ->
                        new Host(
                                h.id(),
                                h.name(),
                                h.kind(),
                                h.parent(),
                                HostState.BOOTING,
                                h.state() == HostState.BOOTING ? h.boots() : h.boots() + 1,
                                fact.dueNs(),
                                fact.boot()));
    }

    static void booted(HostBooted fact, long timeNs, Edits edits) {
        state(fact.name(), HostState.UP, edits);
    }

    static void died(HostDied fact, long timeNs, Edits edits) {
        state(fact.name(), HostState.DOWN, edits);
    }

    static void removed(SystemRemoved fact, long timeNs, Edits edits) {
        for (Service service : HostView.services(edits.world(), fact.name())) {
            edits.remove(HostView.SERVICES, service.id());
        }
        if (edits.world().table(HostView.FAULTS).has(fact.name())) {
            edits.remove(HostView.FAULTS, edits.world().table(HostView.FAULTS).idOf(fact.name()));
        }
        edits.remove(HostView.HOSTS, edits.world().table(HostView.HOSTS).idOf(fact.name()));
    }

    static void serviceInstalled(ServiceInstalled fact, long timeNs, Edits edits) {
        int id = edits.world().table(HostView.SERVICES).nextId();
        edits.insert(
                HostView.SERVICES,
                new Service(
                        id,
                        fact.host(),
                        fact.service(),
                        false,
                        fact.memoryMib(),
                        fact.cpuMilli(),
                        0,
                        EventId.NONE));
    }

    static void serviceStarted(ServiceStarted fact, long timeNs, Edits edits) {
        service(fact.host(), fact.service(), edits, s -> s.with(true, 0, EventId.NONE));
    }

    static void serviceDied(ServiceDied fact, long timeNs, Edits edits) {
        service(fact.host(), fact.service(), edits, s -> s.with(false, 0, EventId.NONE));
    }

    static void restartPlanned(ServiceRestartPlanned fact, long timeNs, Edits edits) {
        service(
                fact.host(),
                fact.service(),
                edits,
                s -> s.with(s.running(), fact.dueNs(), fact.restart()));
    }

    private static void state(String name, HostState state, Edits edits) {
        edits.change(
                HostView.HOSTS,
                name,
                h ->
                        new Host(
                                h.id(),
                                h.name(),
                                h.kind(),
                                h.parent(),
                                state,
                                h.boots(),
                                0,
                                EventId.NONE));
    }

    private static void service(
            String host, String name, Edits edits, UnaryOperator<Service> change) {
        edits.change(HostView.SERVICES, host + " " + name, change);
    }
}
