package org.maquete.nova.scheduler;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in the life of {@link HostStates}, from which they can be told as they were: it knows the
 * first change that came after it, and the moment after that.
 *
 * <p>Who keeps a moment keeps what has changed since, at most some 80 bytes a host for each moment
 * taken later; who drops it frees what no earlier one needs. A copy of all hosts would be 30 bytes
 * a host each time.
 */
final class Moment {

    /** A host before it changed. */
    record Was(
            int host,
            Host constant,
            Set<String> instances,
            int freeRamMb,
            int freeDiskMb,
            int ioOpCount,
            int vcpusUsed,
            int instanceCount) {}

    private @Nullable Was was;
    private @Nullable Moment next;

    /** Whether nothing has changed since. */
    boolean isNow() {
        return next == null;
    }

    /** A host is about to change; gives the moment after that. */
    Moment before(Was change) {
        if (next != null) {
            throw new IllegalStateException("expected the present moment, found a past one");
        }
        Moment after = new Moment();
        was = change;
        next = after;
        return after;
    }

    /** The host that changed next, as it was; null: nothing has changed since. */
    @Nullable Was was() {
        return was;
    }

    /** The moment after that change. */
    Moment next() {
        if (next == null) {
            throw new IllegalStateException("expected a past moment, found the present one");
        }
        return next;
    }
}
