package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a request by HTTP.
 *
 * @param status the HTTP status; 0 when there is none
 * @param server the header Server
 * @param by the programs that took part, the nearest first: {@code NGINX of lb}
 * @param tookNs until the answer was there
 * @param faults what went wrong, also what another server made good
 */
record Reply(
        Ending ending,
        int status,
        String server,
        String body,
        List<String> by,
        long tookNs,
        List<Fault> faults) {

    /** How it ends. */
    enum Ending {
        /** With an answer. */
        ANSWERED,
        /** Nobody listens. */
        REFUSED,
        /** No answer to the first packet. */
        TIMED_OUT,
        /** Nobody has the address. */
        NO_ROUTE,
        /** The connection is ended as soon as it is there. */
        RESET,
        /** The other side hangs up without a word. */
        EMPTY,
        /** The other side speaks, but not HTTP. */
        NOT_HTTP,
        /** A name that nobody knows. */
        NO_NAME,
        /** Somebody outside, or a program that is not modelled. */
        NOT_MODELLED
    }

    Reply {
        by = List.copyOf(by);
        faults = List.copyOf(faults);
    }

    static Reply ended(Ending ending, long tookNs, List<Fault> faults) {
        return new Reply(ending, 0, "", "", List.of(), tookNs, faults);
    }

    static Reply answered(int status, String server, String body) {
        return new Reply(Ending.ANSWERED, status, server, body, List.of(), 0, List.of());
    }

    boolean isAnswered() {
        return ending == Ending.ANSWERED;
    }

    Reply later(long ns) {
        return new Reply(ending, status, server, body, by, tookNs + ns, faults);
    }

    Reply by(String name) {
        List<String> all = new ArrayList<>();
        all.add(name);
        all.addAll(by);
        return new Reply(ending, status, server, body, all, tookNs, faults);
    }

    Reply with(List<Fault> more) {
        List<Fault> all = new ArrayList<>(more);
        all.addAll(faults);
        return new Reply(ending, status, server, body, by, tookNs, all);
    }
}
