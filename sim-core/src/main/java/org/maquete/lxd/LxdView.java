package org.maquete.lxd;

import java.util.List;
import java.util.Optional;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What {@code lxc list} knows, over all hosts. */
public final class LxdView {

    /** Containers by name, those in the queue included. */
    public static final TableKey<Container> CONTAINERS = TableKey.keyed("lxd.container");

    /** Images that a host has, by host and base. */
    public static final TableKey<CachedImage> IMAGES = TableKey.keyed("lxd.image");

    /** <MiB>: GUESS, systemd, journald and snapd in a container. */
    public static final int SYSTEM_MIB = 120;

    private LxdView() {}

    /** The containers of a host in order of asking, those in the queue included. */
    public static List<Container> containers(World world, String host) {
        return world.table(CONTAINERS).where(container -> container.host().equals(host));
    }

    /** The containers of all hosts in order of asking, those in the queue included. */
    public static List<Container> containers(World world) {
        return world.table(CONTAINERS).stream().toList();
    }

    /** The container of that name, if any. */
    public static Optional<Container> container(World world, String name) {
        return world.table(CONTAINERS).find(name);
    }

    /** Whether a host has the image of a base. */
    public static boolean hasImage(World world, String host, String base) {
        return world.table(IMAGES).has(host + " " + base);
    }
}
