package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Reads what a bench has seen, in order: between the steps that are named groups may peer. */
final class Steps {

    private final List<String> seen;
    private int at;

    Steps(List<String> seen) {
        this.seen = List.copyOf(seen);
    }

    /** The next step with these codes and states, at a second between these. */
    Steps has(long low, long high, String codes, String states) {
        return find(low, high, codes + " ", states);
    }

    /** A step in which some groups are stale. */
    Steps hasStale(long low, long high, String codes) {
        return find(low, high, codes + " ", "stale+");
    }

    private Steps find(long low, long high, String codes, String states) {
        for (int i = at; i < seen.size(); i++) {
            String line = seen.get(i);
            if (line.contains(codes) && line.contains(states)) {
                long second = Long.parseLong(line.substring(2, line.indexOf(' ')));
                assertThat(second).as("%s of\n%s", line, text()).isBetween(low, high);
                at = i + 1;
                return this;
            }
            assertThat(isPassing(line)).as("%s before %s of\n%s", line, states, text()).isTrue();
        }
        throw new AssertionError("expected" + codes + states + ", found only\n" + text());
    }

    /** Nothing else was seen. */
    void isAll() {
        for (int i = at; i < seen.size(); i++) {
            assertThat(isPassing(seen.get(i))).as("%s of\n%s", seen.get(i), text()).isTrue();
        }
    }

    /** Whether groups are about to be something else, or have not followed the map yet. */
    private boolean isPassing(String line) {
        if (line.contains("peering") || line.contains("stale") || line.contains("recover")) {
            return true;
        }
        int own = seen.indexOf(line);
        boolean isBack = own >= 2 && look(seen.get(own - 2)).equals(look(line));
        boolean isBefore =
                own > 0
                        && own + 1 < seen.size()
                        && states(line).equals(states(seen.get(own - 1)))
                        && !line.contains("OSD_DOWN");
        return isBack || isBefore;
    }

    private static String look(String line) {
        return line.substring(line.indexOf(' '));
    }

    private static String states(String line) {
        return line.substring(line.indexOf('{'));
    }

    private String text() {
        return String.join("\n", seen);
    }
}
