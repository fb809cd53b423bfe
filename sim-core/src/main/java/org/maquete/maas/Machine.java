package org.maquete.maas;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What MAAS believes about a machine.
 *
 * @param agentName who acquired it: the UUID of the Juju model; empty when nobody did, or a person
 * @param deployments how many deployments have been started
 * @param runs how many other things MAAS has begun to do with it
 * @param locked whether it is protected from changes
 * @param storageLayout how its disks will be divided
 * @param series the system that was installed last: {@code ubuntu/jammy}; empty once it is released
 */
public record Machine(
        int id,
        String systemId,
        String hostname,
        Standing standing,
        List<String> tags,
        String pool,
        String zone,
        int cpuThreads,
        int memoryMib,
        Power power,
        String agentName,
        int deployments,
        int runs,
        boolean locked,
        String storageLayout,
        String description,
        String series)
        implements Row {

    public Machine {
        tags = List.copyOf(tags);
    }

    @Override
    public String key() {
        return hostname;
    }

    /** Where it stands in the life of a node. */
    public NodeStatus status() {
        return standing.status();
    }

    /** The last event of the present status. */
    public String statusMessage() {
        return standing.message();
    }

    /** When it got its present status. */
    public long sinceNs() {
        return standing.sinceNs();
    }

    /** MAAS's power driver. */
    public String powerType() {
        return power.type();
    }

    @Override
    public void encode(Sink sink) {
        sink.text("systemId", systemId)
                .text("hostname", hostname)
                .text("status", status().name())
                .text("previous", standing.previous().name())
                .text("statusMessage", statusMessage())
                .number("sinceNs", sinceNs())
                .texts("tags", tags)
                .text("pool", pool)
                .text("zone", zone)
                .number("cpuThreads", cpuThreads)
                .number("memoryMib", memoryMib)
                .text("powerType", powerType())
                .text("powerAddress", power.address())
                .text("powerPassword", power.password())
                .text("powerState", power.state())
                .number("pollDueNs", power.pollDueNs())
                .text("agentName", agentName)
                .number("deployments", deployments)
                .number("runs", runs)
                .flag("locked", locked)
                .text("storageLayout", storageLayout)
                .text("description", description)
                .text("series", series);
    }

    Machine with(Standing other) {
        return rebuilt(other, tags, power, agentName);
    }

    Machine with(Power other) {
        return rebuilt(standing, tags, other, agentName);
    }

    Machine tagged(List<String> others) {
        return rebuilt(standing, others, power, agentName);
    }

    Machine acquired(String agent) {
        return rebuilt(standing, tags, power, agent);
    }

    Machine counted(int deploymentCount, int runCount) {
        return begun(deploymentCount, runCount, series);
    }

    Machine installed(String newSeries) {
        return begun(deployments, runs, newSeries);
    }

    private Machine begun(int deploymentCount, int runCount, String newSeries) {
        return new Machine(
                id,
                systemId,
                hostname,
                standing,
                tags,
                pool,
                zone,
                cpuThreads,
                memoryMib,
                power,
                agentName,
                deploymentCount,
                runCount,
                locked,
                storageLayout,
                description,
                newSeries);
    }

    Machine locked(boolean nowLocked) {
        return kept(pool, zone, nowLocked, storageLayout, description);
    }

    Machine laidOut(String layout) {
        return kept(pool, zone, locked, layout, description);
    }

    Machine placed(String newPool, String newZone) {
        return kept(newPool, newZone, locked, storageLayout, description);
    }

    Machine described(String text) {
        return kept(pool, zone, locked, storageLayout, text);
    }

    private Machine kept(
            String newPool,
            String newZone,
            boolean nowLocked,
            String layout,
            String newDescription) {
        return new Machine(
                id,
                systemId,
                hostname,
                standing,
                tags,
                newPool,
                newZone,
                cpuThreads,
                memoryMib,
                power,
                agentName,
                deployments,
                runs,
                nowLocked,
                layout,
                newDescription,
                series);
    }

    private Machine rebuilt(
            Standing newStanding, List<String> newTags, Power newPower, String newAgentName) {
        return new Machine(
                id,
                systemId,
                hostname,
                newStanding,
                newTags,
                pool,
                zone,
                cpuThreads,
                memoryMib,
                newPower,
                newAgentName,
                deployments,
                runs,
                locked,
                storageLayout,
                description,
                series);
    }
}
