package org.maquete.juju;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A space as a model knows it: what the provider said when it was last asked, or what a person
 * added.
 *
 * @param model the model's key
 * @param number its id in Juju, from 0 ({@code alpha}); never reused
 * @param name the natural key is {@code model name} with a blank
 * @param providerId its id in MAAS, or empty
 * @param subnets the CIDRs of its subnets
 */
public record Space(
        int id, String model, int number, String name, String providerId, List<String> subnets)
        implements Row {

    public Space {
        subnets = List.copyOf(subnets);
    }

    @Override
    public String key() {
        return model + " " + name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("name", name);
        sink.text("providerId", providerId).texts("subnets", subnets);
    }
}
