package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.juju.Application;
import org.maquete.juju.Machine;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;

/**
 * The words of {@code juju status WORD...}: apiserver/facades/client/client/status.go (FullStatus)
 * and filtering.go of juju 3.6.
 *
 * <p>A word is a machine with what is in it, an application, a unit, both with {@code *}, a leader
 * ({@code vault/leader}), a status of units, an address or a subnet of machines, a port; the first
 * word may be {@code exposed}, or {@code not exposed}. A unit brings its subordinates, its
 * application and its machine, and a machine the applications on it; only applications that match a
 * word themselves keep their relations.
 *
 * <p>The real program walks over maps without order, and keeps a unit that does not match when it
 * comes after one that does on the same machine. Here units come in order of name.
 */
final class StatusFilter {

    // core/status/status.go: KnownAgentStatus, and KnownWorkloadStatus with error
    private static final List<String> AGENT_STATUSES =
            List.of("allocating", "error", "failed", "rebooting", "executing", "idle");
    private static final List<String> WORKLOAD_STATUSES =
            List.of(
                    "blocked",
                    "maintenance",
                    "waiting",
                    "active",
                    "unknown",
                    "terminated",
                    "error");
    private static final int ADDRESS_BITS = 32;
    private static final int[] NO_RANGE = {};

    private final Selection all;
    private final List<String> words;
    private final List<String> machineNumbers;
    private final List<String> unitPatterns;
    private final Map<String, Application> byName = new TreeMap<>();

    StatusFilter(Selection all, List<String> words) {
        this.all = all;
        this.words = words.stream().map(word -> resolved(all, word)).toList();
        this.machineNumbers = this.words.stream().filter(StatusFilter::isMachine).toList();
        this.unitPatterns = unitPatterns(this.words);
        all.applications().forEach(application -> byName.put(application.name(), application));
    }

    /** The leader, where a word asks for one: resolveLeaderUnits. */
    private static String resolved(Selection all, String word) {
        if (!word.contains("leader")) {
            return word;
        }
        String application = word.split("/", -1)[0];
        return all.units().stream()
                .filter(unit -> unit.leader() && unit.application().equals(application))
                .findFirst()
                .map(Unit::name)
                .orElse(word);
    }

    /** NewUnitMatcher: one word that cannot name a unit, and no word names one. */
    private static List<String> unitPatterns(List<String> words) {
        List<String> patterns = new ArrayList<>();
        for (String word : words) {
            String[] fields = word.split("/", -1);
            if (fields.length > 2 || !word.matches("[a-z0-9*-]+(/[a-z0-9*-]+)?")) {
                return List.of();
            }
            patterns.add(fields.length == 1 ? word + "/*" : word);
        }
        return patterns;
    }

    Selection selected() {
        TreeSet<String> machines = new TreeSet<>();
        for (Machine machine : all.machines()) {
            if (matches(machine)) {
                machines.add(machine.name());
            }
        }
        TreeSet<String> applications = new TreeSet<>();
        TreeSet<String> units = new TreeSet<>();
        List<Unit> beside = new ArrayList<>();
        for (Unit unit : all.units()) {
            if (machines.contains(unit.machine())) {
                applications.add(unit.application());
                units.add(unit.name());
            } else {
                beside.add(unit);
                if (!unit.principal().isEmpty()) {
                    units.add(unit.name());
                } else if (matchesWithSubordinates(unit)) {
                    applications.add(unit.application());
                    units.add(unit.name());
                    machines.add(unit.machine());
                }
            }
        }
        for (Unit unit : beside) {
            if (!unit.machine().isEmpty() && machines.contains(unit.machine())) {
                applications.add(unit.application());
            }
        }
        return selection(applications, units, machines);
    }

    private Selection selection(
            TreeSet<String> applications, TreeSet<String> units, TreeSet<String> machines) {
        List<String> matching = new ArrayList<>();
        for (Application application : all.applications()) {
            if (matches(application)) {
                matching.add(application.name());
                applications.add(application.name());
            }
        }
        TreeSet<String> hosts = new TreeSet<>();
        for (Machine machine : all.machines()) {
            if (machine.isContainer() && machines.contains(machine.name())) {
                hosts.add(machine.parent());
            }
        }
        machines.addAll(hosts);
        List<Relation> relations = new ArrayList<>();
        for (Relation relation : all.relations()) {
            if (matching.contains(relation.providerApplication())
                    || matching.contains(relation.requirerApplication())) {
                relations.add(relation);
            }
        }
        return new Selection(
                all.world(),
                all.model(),
                all.applications().stream().filter(a -> applications.contains(a.name())).toList(),
                all.units().stream().filter(u -> units.contains(u.name())).toList(),
                all.machines().stream().filter(m -> machines.contains(m.name())).toList(),
                relations,
                matching);
    }

    private boolean matches(Machine machine) {
        for (String number : machineNumbers) {
            if (machine.name().equals(number) || machine.name().startsWith(number + "/")) {
                return true;
            }
        }
        for (String word : words) {
            if (matchesStatus(word, AGENT_STATUSES, machine.agent().current())
                    || hasAddress(machine, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMachine(String word) {
        return word.matches("[0-9]+(/[a-z]+/[0-9]+)*");
    }

    private static boolean hasAddress(Machine machine, String word) {
        for (String address : machine.addresses()) {
            if (isIn(address, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesWithSubordinates(Unit unit) {
        return matches(unit) || matchesOne(all.subordinates(unit));
    }

    private boolean matches(Application application) {
        for (String word : words) {
            if (word.equalsIgnoreCase(application.name())) {
                return true;
            }
        }
        return matchesExposure(application) || matchesOne(all.units(application));
    }

    private boolean matchesOne(List<Unit> units) {
        for (Unit unit : units) {
            if (matches(unit)) {
                return true;
            }
        }
        return false;
    }

    /** buildUnitMatcherShims. */
    private boolean matches(Unit unit) {
        Application application = byName.get(unit.application());
        return matchesName(unit)
                || matchesStatus(unit)
                || (application != null && matchesExposure(application))
                || matchesPort(unit);
    }

    private boolean matchesName(Unit unit) {
        if (isNamed(unit.name()) || isNamed(unit.principal())) {
            return true;
        }
        for (Unit beside : all.subordinates(unit)) {
            if (isNamed(beside.name())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(String unit) {
        for (String pattern : unitPatterns) {
            if (fits(pattern, 0, unit, 0)) {
                return true;
            }
        }
        return false;
    }

    /** path.Match with {@code *} alone, which stands for anything but a slash. */
    private static boolean fits(String pattern, int at, String text, int from) {
        if (at == pattern.length()) {
            return from == text.length();
        }
        if (pattern.charAt(at) != '*') {
            return from < text.length()
                    && pattern.charAt(at) == text.charAt(from)
                    && fits(pattern, at + 1, text, from + 1);
        }
        for (int next = from; next <= text.length(); next++) {
            if (fits(pattern, at + 1, text, next)) {
                return true;
            }
            if (next < text.length() && text.charAt(next) == '/') {
                return false;
            }
        }
        return false;
    }

    private boolean matchesStatus(Unit unit) {
        String agent = unit.agent().current();
        for (String word : words) {
            if (matchesStatus(word, AGENT_STATUSES, agent)
                    || (!agent.equals("error")
                            && matchesStatus(word, WORKLOAD_STATUSES, unit.workload().current()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesStatus(String word, List<String> known, String current) {
        return word.equals(current) && known.contains(word);
    }

    private boolean matchesExposure(Application application) {
        if (words.getFirst().equals("exposed")) {
            return application.exposed();
        }
        return words.size() > 1
                && words.getFirst().equals("not")
                && words.get(1).equals("exposed")
                && !application.exposed();
    }

    /** matchPortRanges: a word that is no port ends the search. */
    private boolean matchesPort(Unit unit) {
        for (String port : unit.openPorts()) {
            int[] opened = range(port);
            for (String word : words) {
                int[] wanted = range(word);
                if (wanted.length == 0 || opened.length == 0) {
                    return false;
                }
                int slash = word.indexOf('/');
                if (slash >= 0
                        && wanted[0] <= opened[1]
                        && wanted[1] >= opened[0]
                        && port.endsWith(word.substring(slash))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first and the last of {@code 80} or {@code 80-90}, or nothing. */
    private static int[] range(String word) {
        int slash = word.indexOf('/');
        String number = slash < 0 ? word : word.substring(0, slash);
        boolean isDigit = !number.isEmpty() && number.charAt(0) >= '0' && number.charAt(0) <= '9';
        if (!isDigit || !number.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
            return NO_RANGE;
        }
        int dash = number.indexOf('-');
        int from = Integer.parseInt(dash < 0 ? number : number.substring(0, dash));
        return new int[] {from, dash < 0 ? from : Integer.parseInt(number.substring(dash + 1))};
    }

    /** Whether an address is this one or in this subnet. */
    private static boolean isIn(String address, String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return address.equals(word);
        }
        String bits = word.substring(slash + 1);
        long net = number(word.substring(0, slash));
        long host = number(address);
        if (net < 0 || host < 0 || !bits.matches("[0-9]{1,2}")) {
            return false;
        }
        int shift = ADDRESS_BITS - Integer.parseInt(bits);
        return shift >= 0 && net >> shift == host >> shift;
    }

    /** An IPv4 address as a number, or -1. */
    private static long number(String address) {
        if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return -1;
        }
        long value = 0;
        for (String part : address.split("\\.", -1)) {
            value = value * 256 + Integer.parseInt(part);
        }
        return value;
    }
}
