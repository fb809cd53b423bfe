package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A unit of an application.
 *
 * @param model the model's key
 * @param name {@code vault/0}; the natural key is {@code model name} with a blank
 * @param application the application's name
 * @param machine the machine's name, or empty while unassigned
 * @param principal the unit beside which a subordinate lives, or empty
 * @param agent allocating, executing, idle, error, lost
 * @param workload waiting, maintenance, blocked, active, unknown, terminated, error
 * @param leader whether it leads its application
 * @param address the address that other units see, or empty
 * @param openPorts {@code 8200/tcp}, in natural order
 * @param waitsFor what its workload status waits for, as {@code kind name}; for causes
 * @param hookRuns how many hooks it has run
 * @param hookQueue hooks to run, in order; while a hook runs it is the first
 * @param pendingHook the end of the hook or action that runs now, or {@link EventId#NONE}
 * @param pendingUpdate when update-status is queued because it matters, or {@link EventId#NONE}
 */
public record Unit(
        int id,
        String model,
        String name,
        String application,
        String machine,
        String principal,
        StatusInfo agent,
        StatusInfo workload,
        boolean leader,
        String address,
        List<String> openPorts,
        List<String> waitsFor,
        int hookRuns,
        List<Hook> hookQueue,
        EventId pendingHook,
        EventId pendingUpdate)
        implements Row {

    public Unit {
        openPorts = List.copyOf(openPorts);
        waitsFor = List.copyOf(waitsFor);
        hookQueue = List.copyOf(hookQueue);
    }

    @Override
    public String key() {
        return model + " " + name;
    }

    /** The number after the slash. */
    public int number() {
        return Integer.parseInt(name.substring(name.indexOf('/') + 1));
    }

    /** Whether a hook or an action runs now. */
    public boolean isInHook() {
        return !pendingHook.equals(EventId.NONE);
    }

    /** Whether its install hook has ended. */
    public boolean isInstalled() {
        return hookRuns > 0;
    }

    Unit withMachine(String machine) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withAgent(StatusInfo agent) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withWorkload(StatusInfo workload, List<String> waitsFor) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withLeader(boolean leader) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withAddress(String address) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withOpenPorts(List<String> openPorts) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withHookQueue(List<Hook> hookQueue) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    /** It runs the first of its hooks, or an action. */
    Unit inHook(EventId end, StatusInfo agent) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                end,
                pendingUpdate);
    }

    /** It has run the first of its hooks. */
    Unit afterHook() {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns + 1,
                hookQueue.subList(1, hookQueue.size()),
                EventId.NONE,
                pendingUpdate);
    }

    Unit withPendingHook(EventId pendingHook) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    Unit withPendingUpdate(EventId pendingUpdate) {
        return with(
                machine,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    private Unit with(
            String machine,
            StatusInfo agent,
            StatusInfo workload,
            boolean leader,
            String address,
            List<String> openPorts,
            List<String> waitsFor,
            int hookRuns,
            List<Hook> hookQueue,
            EventId pendingHook,
            EventId pendingUpdate) {
        return new Unit(
                id,
                model,
                name,
                application,
                machine,
                principal,
                agent,
                workload,
                leader,
                address,
                openPorts,
                waitsFor,
                hookRuns,
                hookQueue,
                pendingHook,
                pendingUpdate);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("name", name).text("application", application);
        sink.text("machine", machine).text("principal", principal);
        agent.encode("agent", sink);
        workload.encode("workload", sink);
        sink.flag("leader", leader).text("address", address).texts("openPorts", openPorts);
        sink.texts("waitsFor", waitsFor).number("hookRuns", hookRuns);
        sink.texts("hookQueue", hookQueue.stream().map(Hook::toString).toList());
    }
}
