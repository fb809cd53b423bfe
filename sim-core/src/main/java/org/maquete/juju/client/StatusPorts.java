package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Open ports in a cell: those of a protocol together, runs as {@code 6641-6642/tcp}. juju 3.6,
 * cmd/juju/status/output_tabular.go, printPorts; 2.9 joins them by commas.
 */
final class StatusPorts {

    private StatusPorts() {}

    /** {@code 80,443/tcp 53/udp}. */
    static String grouped(List<String> ports) {
        Map<String, List<String>> byProtocol = new TreeMap<>();
        for (String port : ports) {
            int slash = port.indexOf('/');
            String protocol = slash < 0 ? port : port.substring(slash);
            String number = slash < 0 ? "" : port.substring(0, slash);
            byProtocol.computeIfAbsent(protocol, _ -> new ArrayList<>()).add(number);
        }
        List<String> groups = new ArrayList<>();
        byProtocol.forEach(
                (protocol, numbers) -> groups.add(String.join(",", runs(numbers)) + protocol));
        return String.join(" ", groups);
    }

    /** The numbers, the shorter first; each run of neighbours as one. */
    private static List<String> runs(List<String> numbers) {
        List<String> inOrder = new ArrayList<>(numbers);
        inOrder.sort(Comparator.comparingInt(String::length).thenComparing(n -> n));
        List<String> runs = new ArrayList<>();
        String from = "";
        String to = "";
        for (String number : inOrder) {
            if (!to.isEmpty() && follows(to, number)) {
                to = number;
                continue;
            }
            add(runs, from, to);
            from = number;
            to = number;
        }
        add(runs, from, to);
        return runs;
    }

    private static void add(List<String> runs, String from, String to) {
        if (!from.isEmpty()) {
            runs.add(from.equals(to) ? from : from + "-" + to);
        }
    }

    /** Neighbours of one length: the program takes ports in order of text, 10 before 9. */
    private static boolean follows(String one, String next) {
        return one.matches("[1-9][0-9]{0,8}")
                && next.matches("[0-9]{1,9}")
                && one.length() == next.length()
                && Integer.parseInt(next) == Integer.parseInt(one) + 1;
    }
}
