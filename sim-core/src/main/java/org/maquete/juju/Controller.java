package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A Juju controller that the operator's client knows.
 *
 * @param name {@code maas-controller}; the natural key
 * @param cloud the cloud it was bootstrapped on
 * @param region the cloud's region
 * @param version the agents' version
 * @param status {@code bootstrapping}, {@code available} or {@code failed}
 */
public record Controller(
        int id, String name, String cloud, String region, String version, StatusInfo status)
        implements Row {

    @Override
    public String key() {
        return name;
    }

    Controller withStatus(StatusInfo status) {
        return new Controller(id, name, cloud, region, version, status);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("cloud", cloud)
                .text("region", region)
                .text("version", version);
        status.encode("status", sink);
    }
}
