package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Requests for virtual machines over time, and the hosts for them.
 *
 * @param name where it is from
 * @param hosts none when the format names none
 * @param requests in order of arrival; those of one instant in the order of the file
 */
public record Trace(String name, List<Host> hosts, List<Request> requests) {

    /** A request that does not end. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * A host.
     *
     * @param gpuModel empty: none, or not known
     */
    public record Host(String name, Amounts room, String gpuModel) {}

    /**
     * A virtual machine that is asked for.
     *
     * @param arrivalNs since the beginning of the trace
     * @param endNs when it goes if it was placed; {@link #NEVER}
     * @param gpuModels one of which it needs; none: any
     */
    public record Request(
            String name, long arrivalNs, long endNs, Amounts amounts, List<String> gpuModels) {

        public Request {
            gpuModels = List.copyOf(gpuModels);
            if (arrivalNs < 0 || endNs < arrivalNs) {
                throw new IllegalArgumentException(
                        "expected an end at or after an arrival from 0, found "
                                + arrivalNs
                                + " to "
                                + endNs
                                + " ns for "
                                + name);
            }
        }

        /** The same with another end. */
        Request until(long otherEndNs) {
            return new Request(name, arrivalNs, otherEndNs, amounts, gpuModels);
        }
    }

    /** The same requests, none of which ends. */
    public Trace forever() {
        return new Trace(name, hosts, requests.stream().map(r -> r.until(NEVER)).toList());
    }

    public Trace {
        hosts = List.copyOf(hosts);
        List<Request> sorted = new ArrayList<>(requests);
        sorted.sort(Comparator.comparingLong(Request::arrivalNs));
        requests = List.copyOf(sorted);
    }

    /** The same requests for other hosts. */
    public Trace withHosts(List<Host> others) {
        return new Trace(name, others, requests);
    }

    /** Only the first requests. */
    public Trace first(int count) {
        return new Trace(name, hosts, requests.subList(0, Math.min(count, requests.size())));
    }

    /** Hosts that are all alike: {@code host-0000} and so on. */
    public static List<Host> alike(int count, Amounts room) {
        List<Host> hosts = new ArrayList<>(count);
        int digits = Math.max(4, Integer.toString(Math.max(0, count - 1)).length());
        for (int i = 0; i < count; i++) {
            String number = Integer.toString(i);
            String name = "host-" + "0".repeat(digits - number.length()) + number;
            hosts.add(new Host(name, room, ""));
        }
        return hosts;
    }
}
