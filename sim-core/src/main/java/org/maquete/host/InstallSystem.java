package org.maquete.host;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Puts an operating system on a machine, or creates the file system of a container or instance.
 *
 * @param parent the host it will run on; empty for a NUC
 */
public record InstallSystem(String host, HostKind kind, String parent) implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("kind", kind.name()).text("parent", parent);
    }
}
