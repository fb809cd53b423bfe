package org.maquete.nova.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.trace.Amounts;
import org.maquete.nova.trace.Trace;

/**
 * The requests of a trace, as the scheduler and Placement are asked. Requests that ask for the same
 * share one shape, so that what depends on the shape alone is worked out once.
 */
final class Asked {

    /** Requests that ask for the same. */
    static final class Kind {

        private final int number;
        private final int[] amounts;
        private final RequestSpec.Shape shape;
        private final boolean[] allowed;
        private int requestCount;

        private Kind(int number, int[] amounts, RequestSpec.Shape shape, boolean[] allowed) {
            this.number = number;
            this.amounts = amounts;
            this.shape = shape;
            this.allowed = allowed;
        }

        /** Its place in the list of kinds. */
        int number() {
            return number;
        }

        /** By number of resource. */
        int[] amounts() {
            return amounts;
        }

        /** By host, who has a GPU of the wanted model; empty: any host will do. */
        boolean[] allowed() {
            return allowed;
        }

        /** How many requests of the trace are of this kind. */
        int requestCount() {
            return requestCount;
        }
    }

    private final Trace trace;
    private final List<Kind> kinds = new ArrayList<>();
    private final IntArrayList kindByRequest = new IntArrayList();

    Asked(Trace trace) {
        this.trace = trace;
        Map<What, Kind> known = new LinkedHashMap<>();
        for (Trace.Request each : trace.requests()) {
            What what = new What(each.amounts(), each.gpuModels());
            Kind kind = known.get(what);
            if (kind == null) {
                kind = kind(each);
                known.put(what, kind);
                kinds.add(kind);
            }
            kindByRequest.add(kind.number());
            kind.requestCount++;
        }
    }

    /** What requests of a kind have in common; looked up for every request of a trace. */
    private record What(Amounts amounts, List<String> gpuModels) {

        @Override
        public int hashCode() {
            int hash = amounts.vcpuMilli() * 31 + amounts.ramMib();
            hash = (hash * 31 + amounts.diskGib()) * 31 + amounts.gpuMilli();
            return hash * 31 + gpuModels.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof What what
                    && amounts.vcpuMilli() == what.amounts.vcpuMilli()
                    && amounts.ramMib() == what.amounts.ramMib()
                    && amounts.diskGib() == what.amounts.diskGib()
                    && amounts.gpuMilli() == what.amounts.gpuMilli()
                    && gpuModels.equals(what.gpuModels);
        }
    }

    private Kind kind(Trace.Request request) {
        int[] amounts = new int[Resource.COUNT];
        for (Resource each : Resource.values()) {
            amounts[each.number()] = each.asked(request.amounts());
        }
        boolean[] allowed = new boolean[request.gpuModels().isEmpty() ? 0 : trace.hosts().size()];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = request.gpuModels().contains(trace.hosts().get(i).gpuModel());
        }
        RequestSpec.Flavor flavor =
                new RequestSpec.Flavor(
                        "flavor-" + kinds.size(),
                        amounts[Resource.VCPU.number()],
                        amounts[Resource.MEMORY_MB.number()],
                        amounts[Resource.DISK_GB.number()],
                        0,
                        0,
                        Map.of());
        RequestSpec.Shape shape =
                new RequestSpec.Shape(
                        flavor,
                        new RequestSpec.Image("image", Map.of()),
                        RequestSpec.Wishes.NONE,
                        "project");
        return new Kind(kinds.size(), amounts, shape, allowed);
    }

    int hostCount() {
        return trace.hosts().size();
    }

    int count() {
        return kindByRequest.size();
    }

    List<Kind> kinds() {
        return kinds;
    }

    Kind kind(int request) {
        return kinds.get(kindByRequest.get(request));
    }

    Trace.Request request(int request) {
        return trace.requests().get(request);
    }

    RequestSpec spec(int request) {
        String name = trace.requests().get(request).name();
        return new RequestSpec(kind(request).shape, Optional.empty(), name, 1);
    }
}
