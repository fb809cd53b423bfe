package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack server create}; a client that waits is answered at the end.
 *
 * @param image the id of the image, or empty: it boots from a volume
 * @param networks ids; none: Nova chooses the only one there is
 * @param disks the volumes that it shall have
 * @param wish where it shall go: see {@link BuildWish#lines}
 * @param leastCount the fewest servers, otherwise there is none
 * @param mostCount as many as the quota allows, up to this
 */
public record CreateServer(
        String project,
        String user,
        String name,
        String image,
        String flavor,
        String keyName,
        List<String> networks,
        List<String> groups,
        boolean waits,
        List<DiskWish> disks,
        List<String> wish,
        int leastCount,
        int mostCount)
        implements Command {

    public CreateServer {
        networks = List.copyOf(networks);
        groups = List.copyOf(groups);
        disks = List.copyOf(disks);
        wish = List.copyOf(wish);
    }

    @Override
    public Ref subject() {
        return new Ref("server", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("user", user)
                .text("name", name)
                .text("image", image)
                .text("flavor", flavor)
                .text("keyName", keyName)
                .texts("networks", networks)
                .texts("groups", groups)
                .flag("waits", waits)
                .texts("disks", DiskWish.encoded(disks))
                .texts("wish", wish)
                .number("leastCount", leastCount)
                .number("mostCount", mostCount);
    }
}
