package org.maquete.nova.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.world.World;

/**
 * The host states and the rooms of Placement of one world, kept beside its columns because a
 * decision reads a thousand hosts of them. It says the same as the columns, or is made anew from
 * them: when it is asked for another world than last time (a fork), or for a version of the table
 * that it has not heard of.
 */
@SuppressWarnings("ReferenceEquality") // the very same world is meant
final class Mirror {

    private final Asked asked;
    private final Columns columns;
    private final HostStates states;
    private final Rooms rooms;
    private @Nullable World world;
    private long version;

    Mirror(Cloud cloud, Asked asked, Columns columns) {
        this.asked = asked;
        this.columns = columns;
        this.states = new HostStates(cloud.computes());
        this.rooms = new Rooms(cloud, asked.kinds().size());
    }

    HostStates states() {
        return states;
    }

    Rooms rooms() {
        return rooms;
    }

    /** Makes it that of this world. */
    void turnTo(World other) {
        if (follows(other)) {
            return;
        }
        for (int host = 0; host < states.count(); host++) {
            states.restore(host, taken(other, host));
        }
        for (int r = 0; r < Resource.COUNT; r++) {
            int[] used = new int[states.count()];
            for (int host = 0; host < used.length; host++) {
                used[host] = columns.used(other, r, host);
            }
            rooms.restore(r, used);
        }
        world = other;
        version = other.table(TraceReplay.SERVED).version();
    }

    private HostStates.Taken taken(World of, int host) {
        return new HostStates.Taken(
                columns.used(of, Resource.VCPU.number(), host),
                columns.used(of, Resource.MEMORY_MB.number(), host),
                columns.used(of, Resource.DISK_GB.number(), host) * 1024,
                columns.servers(of, host));
    }

    /** Whether it says what is so in this world; otherwise it waits until it is asked for. */
    boolean follows(World other) {
        return world == other && version == other.table(TraceReplay.SERVED).version();
    }

    /** A server has come (1) or gone (-1), and the world that is followed has been written. */
    void moved(int request, int host, int sign) {
        RequestSpec spec = asked.spec(request);
        if (sign > 0) {
            states.consume(host, spec);
            states.settled(host);
        } else {
            states.remove(host, spec);
        }
        World written = followed();
        for (int r = 0; r < Resource.COUNT; r++) {
            rooms.set(r, host, columns.used(written, r, host));
        }
        rooms.changed(host);
        heard();
    }

    /** The world that is followed has been written, and no host has changed beside those told. */
    void heard() {
        version = followed().table(TraceReplay.SERVED).version();
    }

    private World followed() {
        if (world == null) {
            throw new IllegalStateException("expected a world that is followed, found none");
        }
        return world;
    }

    /** Where the host states differ from the columns of the world that is followed. */
    List<String> differences() {
        List<String> wrong = new ArrayList<>();
        for (int host = 0; host < states.count(); host++) {
            String seen = seen(host);
            states.restore(host, taken(followed(), host));
            if (!seen.equals(seen(host))) {
                wrong.add("host " + host + ": expected " + seen(host) + ", found " + seen);
            }
        }
        return wrong;
    }

    private String seen(int host) {
        return states.freeRamMb(host)
                + " MiB, "
                + states.freeDiskMb(host)
                + " MiB of disk, "
                + states.vcpusUsed(host)
                + " VCPU used, "
                + states.vcpusFree(host)
                + " free, "
                + states.instanceCount(host)
                + " servers, "
                + states.ioOpCount(host)
                + " I/O operations";
    }
}
