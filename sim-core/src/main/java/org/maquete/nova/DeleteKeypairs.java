package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack keypair delete}. */
public record DeleteKeypairs(String user, List<String> names) implements Command {

    public DeleteKeypairs {
        names = List.copyOf(names);
    }

    @Override
    public Ref subject() {
        return new Ref("keypair", user);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user).texts("names", names);
    }
}
