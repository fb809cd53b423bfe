package org.maquete.neutron.ovn;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What {@code ovn-sbctl show} prints: each chassis with the ports that it has claimed.
 *
 * <p>The real program takes chassis and ports as they lie in its hash table; here they stand in
 * order of name.
 */
final class SouthboundText {

    // <words without quotes>: OVS 3.1, lib/ovsdb-data.c string_needs_quotes
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private SouthboundText() {}

    /**
     * The text.
     *
     * @param bindings names of claimed ports by name of chassis
     */
    static String show(List<Chassis> chassis, Map<String, TreeSet<String>> bindings) {
        SortedMap<String, Chassis> byName = new TreeMap<>();
        chassis.forEach(each -> byName.put(each.name(), each));
        StringBuilder out = new StringBuilder();
        for (Chassis each : byName.values()) {
            out.append("Chassis ").append(atom(each.name())).append('\n');
            out.append("    hostname: ").append(atom(each.hostname())).append('\n');
            out.append("    Encap geneve\n");
            out.append("        ip: ").append(atom(each.encapIp())).append('\n');
            out.append("        options: {csum=\"true\"}\n");
            for (String port : bindings.getOrDefault(each.name(), new TreeSet<>())) {
                out.append("    Port_Binding ").append(atom(port)).append('\n');
            }
        }
        return out.toString();
    }

    private static String atom(String text) {
        boolean isBare =
                WORD.matcher(text).matches()
                        && !UUID.matcher(text).matches()
                        && !text.equals("true")
                        && !text.equals("false");
        return isBare ? text : "\"" + text + "\"";
    }
}
