package org.maquete.cli;

/**
 * One thing to do to one of the names behind an option.
 *
 * @param value the name as typed, with what stands behind its colon or equals sign
 * @param timeNs when
 */
record Fault(FaultOption option, String value, long timeNs) {

    /** What stands before the colon or equals sign. */
    String name() {
        int end = separator();
        return end < 0 ? value : value.substring(0, end);
    }

    /** What stands behind the colon or equals sign; empty without one. */
    String detail() {
        int end = separator();
        return end < 0 ? "" : value.substring(end + 1);
    }

    private int separator() {
        return switch (option.names()) {
            case SERVICE, PORT -> value.indexOf(':');
            case CLOCK, PART -> value.indexOf('=');
            case MACHINES, CONTAINER, HOST -> -1;
        };
    }
}
