package org.maquete.juju;

import java.util.Optional;

/** One item of {@code --to}: juju 3.6, core/instance/placement.go. */
sealed interface Placement {

    /** An existing machine or container: {@code 0}, {@code 0/lxd/2}. */
    record OnMachine(String machine) implements Placement {}

    /** A new container on a machine: {@code lxd:0}; on a new machine when the id is empty. */
    record InContainer(String type, String machine) implements Placement {}

    /** Left to the provider: {@code zone=default}, {@code system-id=x7}, a host name. */
    record Directive(String text) implements Placement {

        /** The machine that it names, or empty. */
        String machine() {
            if (text.startsWith("system-id=")) {
                return text.substring("system-id=".length());
            }
            return text.startsWith("zone=") ? "" : text;
        }
    }

    /** Nothing said: the placement policy decides. */
    record Anywhere() implements Placement {}

    /** Reads an item; empty when the client says {@code invalid --to parameter}. */
    static Optional<Placement> parse(String item) {
        if (isMachine(item)) {
            return Optional.of(new OnMachine(item));
        }
        if (item.equals("lxd") || item.equals("kvm")) {
            return Optional.of(new InContainer(item, ""));
        }
        if (item.startsWith("lxd:") || item.startsWith("kvm:")) {
            String machine = item.substring(4);
            return isMachine(machine)
                    ? Optional.of(new InContainer(item.substring(0, 3), machine))
                    : Optional.empty();
        }
        return item.isEmpty() || item.contains(":")
                ? Optional.empty()
                : Optional.of(new Directive(item));
    }

    /** A number, then any times {@code /lxd/} or {@code /kvm/} and a number. */
    private static boolean isMachine(String text) {
        int at = digitsEnd(text, 0);
        boolean isGood = at > 0;
        while (isGood && at < text.length()) {
            boolean isContainer = text.startsWith("/lxd/", at) || text.startsWith("/kvm/", at);
            int end = isContainer ? digitsEnd(text, at + 5) : 0;
            isGood = end > at + 5;
            at = end;
        }
        return isGood;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
