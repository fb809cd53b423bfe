package org.maquete.nova.scheduler;

import java.util.function.IntPredicate;

/** One of the filters of nova/scheduler/filters. */
interface HostFilter {

    /** The name of the real class. */
    String name();

    /** run_filter_once_per_request: only the first server of a multi-create is asked for. */
    default boolean oncePerRequest() {
        return false;
    }

    /** RUN_ON_REBUILD. */
    default boolean onRebuild() {
        return false;
    }

    /**
     * Whether placing a server can change the verdict on this request. Where it cannot, the verdict
     * is worked out once for all requests of one shape.
     */
    default boolean moves(RequestSpec spec) {
        return false;
    }

    /** Whether requests without a server group pass everywhere. */
    default boolean needsGroup() {
        return false;
    }

    /** The verdict by host; what depends on the request alone is worked out here, once. */
    IntPredicate over(HostStates hosts, RequestSpec spec);

    /** Filters that are asked about the first server of a multi-create only. */
    interface Once extends HostFilter {

        @Override
        default boolean oncePerRequest() {
            return true;
        }
    }

    /** Filters that are asked once, and at a rebuild too. */
    interface OnceAndOnRebuild extends Once {

        @Override
        default boolean onRebuild() {
            return true;
        }
    }

    /** Why a host does not pass, with the numbers. */
    String why(HostStates hosts, RequestSpec spec, int host);
}
