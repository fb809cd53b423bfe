package org.maquete.guest;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Push an image from there to Docker Hub. */
record PushImage(String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("docker image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
