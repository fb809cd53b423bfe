package org.maquete.ceph.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a command is written.
 *
 * @param flags bits of {@link #OBSOLETE} and others
 */
record Signature(List<Argument> arguments, String help, int flags) {

    static final int OBSOLETE = 1 << 1; // <bit>: Ceph 16.2, ceph_argparse.py, Flag
    static final int DEPRECATED = 1 << 2; // <bit>: as above
    static final int HIDDEN = 1 << 5; // <bit>: as above

    Signature {
        arguments = List.copyOf(arguments);
    }

    /** Reads a line of the table. */
    static Signature parse(String line) {
        String[] parts = line.split("\t", -1);
        List<Argument> arguments = new ArrayList<>();
        for (String each : parts[0].split(" ", -1)) {
            arguments.add(Argument.parse(each));
        }
        return new Signature(arguments, parts[1], Integer.parseInt(parts[2]));
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** {@code osd tree [<epoch:int>] [up|down|in|out|destroyed...]}. */
    String concise() {
        return arguments.stream().map(Argument::help).collect(Collectors.joining(" "));
    }

    /** {@code osd tree}. */
    String prefix() {
        return arguments.stream()
                .filter(each -> each.type() == Argument.Type.WORD)
                .map(Argument::name)
                .collect(Collectors.joining(" "));
    }

    int requiredCount() {
        return (int) arguments.stream().filter(Argument::isRequired).count();
    }
}
