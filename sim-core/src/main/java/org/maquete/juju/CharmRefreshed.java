package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An application has its charm from this channel.
 *
 * @param upgraded whether the charm is another one, so that its units run upgrade-charm
 */
public record CharmRefreshed(
        String model, String application, String channel, int revision, boolean upgraded)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).text("channel", channel);
        sink.number("revision", revision).flag("upgraded", upgraded);
    }
}
