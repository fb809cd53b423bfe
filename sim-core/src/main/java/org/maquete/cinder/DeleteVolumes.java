package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack volume delete}: one request after the other.
 *
 * @param force regardless of the state
 * @param cascade with the snapshots
 * @param admin whether an administrator asks
 */
public record DeleteVolumes(List<String> uuids, boolean force, boolean cascade, boolean admin)
        implements Command {

    public DeleteVolumes {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("volume", uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids)
                .flag("force", force)
                .flag("cascade", cascade)
                .flag("admin", admin);
    }
}
