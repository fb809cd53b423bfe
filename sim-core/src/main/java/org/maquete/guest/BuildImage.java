package org.maquete.guest;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Build an image on the operator's own machine. */
record BuildImage(String name, String dockerfile) implements Command {

    @Override
    public Ref subject() {
        return new Ref("docker image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("dockerfile", dockerfile);
    }
}
