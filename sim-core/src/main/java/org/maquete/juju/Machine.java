package org.maquete.juju;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A machine or container of a model, as Juju believes it to be.
 *
 * @param model the model's key
 * @param name {@code 0} or {@code 0/lxd/2}; the natural key is {@code model/name} with a blank
 * @param base {@code ubuntu@22.04}
 * @param agent pending, started, down, stopped, error
 * @param instance machine-status: pending, allocating, running, provisioning error
 * @param instanceId the provider's id: the MAAS host name, or {@code juju-<hex>-0-lxd-2}; or empty
 * @param hostname the host that runs it, the name in {@code host}; empty before it is known
 * @param addresses in order, the first is the DNS name that status prints
 * @param constraints as typed, normalised: {@code tags=compute}
 * @param hardware as status prints it: {@code arch=amd64 cores=4 mem=16384M ...}; or empty
 * @param zone the availability zone, or empty
 * @param nextContainer the number of the next LXD container; never reused
 */
public record Machine(
        int id,
        String model,
        String name,
        String base,
        StatusInfo agent,
        StatusInfo instance,
        String instanceId,
        String hostname,
        List<String> addresses,
        String constraints,
        String hardware,
        String zone,
        int nextContainer)
        implements Row {

    public Machine {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String key() {
        return model + " " + name;
    }

    /** Whether it is an LXD container. */
    public boolean isContainer() {
        return name.indexOf('/') >= 0;
    }

    /** The machine that hosts this container; its own name for a machine. */
    public String parent() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    Machine withAgent(StatusInfo agent) {
        return new Machine(
                id,
                model,
                name,
                base,
                agent,
                instance,
                instanceId,
                hostname,
                addresses,
                constraints,
                hardware,
                zone,
                nextContainer);
    }

    Machine withInstance(StatusInfo instance) {
        return new Machine(
                id,
                model,
                name,
                base,
                agent,
                instance,
                instanceId,
                hostname,
                addresses,
                constraints,
                hardware,
                zone,
                nextContainer);
    }

    Machine withIdentity(String instanceId, String hostname, String hardware, String zone) {
        return new Machine(
                id,
                model,
                name,
                base,
                agent,
                instance,
                instanceId,
                hostname,
                addresses,
                constraints,
                hardware,
                zone,
                nextContainer);
    }

    Machine withAddresses(List<String> addresses) {
        return new Machine(
                id,
                model,
                name,
                base,
                agent,
                instance,
                instanceId,
                hostname,
                addresses,
                constraints,
                hardware,
                zone,
                nextContainer);
    }

    Machine withNextContainer(int nextContainer) {
        return new Machine(
                id,
                model,
                name,
                base,
                agent,
                instance,
                instanceId,
                hostname,
                addresses,
                constraints,
                hardware,
                zone,
                nextContainer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("name", name).text("base", base);
        agent.encode("agent", sink);
        instance.encode("instance", sink);
        sink.text("instanceId", instanceId)
                .text("hostname", hostname)
                .texts("addresses", addresses);
        sink.text("constraints", constraints).text("hardware", hardware).text("zone", zone);
        sink.number("nextContainer", nextContainer);
    }
}
