package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.hardware.Disk;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * The form in which constraints reach MAAS: those that only a person types, and the words of the
 * refusal, which repeats the form as Python prints it and as MAAS has understood it.
 */
final class AllocationForm {

    private AllocationForm() {}

    /** One field of the form. */
    private record Parameter(String name, List<String> values) {

        String python() {
            String list = values.stream().map(v -> "'" + v + "'").collect(Collectors.joining(", "));
            return "('" + name + "', [" + list + "])";
        }

        /** The field after MAAS has cleaned it; numbers become floating-point ones there. */
        String resolved() {
            return name
                    + "="
                    + switch (name) {
                        case "arch" -> isWhole() ? first() : first() + "/generic";
                        case "cpu_count", "mem" -> first().contains(".") ? first() : first() + ".0";
                        // a set, which MAAS sorts to print it
                        case "tags" -> String.join(",", new TreeSet<>(words(values)));
                        default -> String.join(",", values);
                    };
        }

        private String first() {
            return values.getFirst();
        }

        private boolean isWhole() {
            return first().contains("/");
        }
    }

    /** The words of values that are lists with commas or blanks. */
    static List<String> words(List<String> values) {
        List<String> words = new ArrayList<>();
        for (String value : values) {
            for (String word : value.replace(',', ' ').split(" ", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** Whether a machine meets the constraints that only a person types. */
    static boolean typedMet(Machine machine, AllocationConstraints wanted, World world) {
        for (String pair : wanted.typed()) {
            int equal = pair.indexOf('=');
            String value = pair.substring(equal + 1);
            boolean met =
                    switch (pair.substring(0, equal)) {
                        case "not_in_zone" -> !machine.zone().equals(value);
                        case "pool" -> machine.pool().equals(value);
                        case "not_in_pool" -> !machine.pool().equals(value);
                        case "storage" -> storageMet(machine.hostname(), value, world);
                        case "interfaces" -> interfacesMet(machine.hostname(), value, world);
                        default -> true;
                    };
            if (!met) {
                return false;
            }
        }
        return true;
    }

    /** {@code root:100,ceph:200}: for each a disk of its own that has so many gigabytes. */
    private static boolean storageMet(String hostname, String wanted, World world) {
        List<Disk> left = new ArrayList<>(HardwareView.disks(world, hostname));
        for (String each : wanted.split(",", -1)) {
            int gigabytes = Integer.parseInt(each.substring(each.indexOf(':') + 1).strip());
            Optional<Disk> fit =
                    left.stream()
                            .filter(disk -> disk.gb() >= gigabytes)
                            .min((a, b) -> a.gb() != b.gb() ? a.gb() - b.gb() : a.id() - b.id());
            if (fit.isEmpty()) {
                return false;
            }
            left.remove(fit.get());
        }
        return true;
    }

    /** {@code lan:space=default,subnet_cidr=...;wan:...}: for each a port that meets all of it. */
    private static boolean interfacesMet(String hostname, String wanted, World world) {
        for (String each : wanted.split(";", -1)) {
            List<String> conditions = List.of(each.substring(each.indexOf(':') + 1).split(",", -1));
            boolean met =
                    HardwareView.nics(world, hostname).stream()
                            .anyMatch(nic ->
                                    conditions.stream().allMatch(c -> nicMet(nic, c, world)));
            if (!met) {
                return false;
            }
        }
        return true;
    }

    private static boolean nicMet(Nic nic, String condition, World world) {
        int equal = condition.indexOf('=');
        String value = condition.substring(equal + 1);
        Optional<Subnet> subnet = world.table(MaasView.SUBNETS).find(nic.subnet());
        return switch (condition.substring(0, Math.max(0, equal))) {
            case "name" -> nic.name().equals(value);
            case "mac_address" -> nic.mac().equals(value);
            case "subnet_cidr" -> nic.subnet().equals(value);
            case "subnet" ->
                    nic.subnet().equals(value)
                            || subnet.filter(s -> s.name().equals(value)).isPresent();
            case "fabric" -> subnet.filter(s -> s.vlan().startsWith(value + " ")).isPresent();
            case "space" ->
                    subnet.filter(s -> isSpace(MaasView.spaceOf(world, s.vlan()), value, world))
                            .isPresent();
            default -> false;
        };
    }

    /** A space is named by its name or by its number; the one that is none has -1. */
    private static boolean isSpace(String name, String value, World world) {
        String number =
                MaasView.resource(world, ResourceKind.SPACE, name)
                        .map(space -> Integer.toString(space.number()))
                        .orElse("-1");
        return name.equals(value) || number.equals(value);
    }

    /** What MAAS says when no machine is left. */
    static Refusal none(AllocateMachine command, World world) {
        AllocationConstraints wanted = command.constraints();
        boolean isJuju = !command.agentName().isEmpty();
        List<Parameter> sent = isJuju ? fields(wanted, world) : parameters(wanted, world);
        Ref missed =
                new Ref(
                        "maas-machine",
                        wanted.systemIdOrName().isEmpty()
                                ? wanted.text()
                                : wanted.systemIdOrName());
        if (sent.isEmpty()) {
            return new Refusal("409", "", "No machine available.", missed);
        }
        Optional<Parameter> id =
                sent.stream().filter(p -> p.name().equals("system_id")).findFirst();
        if (id.isPresent()) {
            return new Refusal(
                    "409",
                    "",
                    "No machine with system ID " + id.get().first() + " available.",
                    missed);
        }
        List<String> resolved = new ArrayList<>(sent.stream().map(Parameter::resolved).toList());
        resolved.sort(null);
        List<Parameter> all = new ArrayList<>(sent);
        if (!command.agentName().isEmpty()) {
            all.addFirst(new Parameter("agent_name", List.of(command.agentName())));
        }
        String list = all.stream().map(Parameter::python).collect(Collectors.joining(", "));
        return new Refusal(
                "409",
                "",
                "No available machine matches constraints: ["
                        + list
                        + "] (resolved to \""
                        + String.join(" ", resolved)
                        + "\")",
                missed);
    }

    /** What a person typed, in that order; Juju's fields as Go encodes them: sorted by name. */
    private static List<Parameter> parameters(AllocationConstraints wanted, World world) {
        List<Parameter> list = new ArrayList<>();
        for (String pair : wanted.typed()) {
            int equal = pair.indexOf('=');
            add(list, pair.substring(0, equal), pair.substring(equal + 1));
        }
        return wanted.typed().isEmpty() ? fields(wanted, world) : list;
    }

    private static List<Parameter> fields(AllocationConstraints wanted, World world) {
        List<Parameter> list = new ArrayList<>();
        add(list, "arch", wanted.arch());
        add(list, "cpu_count", wanted.cpuCount() == 0 ? "" : Integer.toString(wanted.cpuCount()));
        add(list, "interfaces", Resource.value(wanted.typed(), "interfaces"));
        add(list, "mem", wanted.memMib() == 0 ? "" : Integer.toString(wanted.memMib()));
        boolean byId = MaasView.bySystemId(world, wanted.systemIdOrName()).isPresent();
        add(list, "name", byId ? "" : wanted.systemIdOrName());
        if (!wanted.notTags().isEmpty()) {
            list.add(new Parameter("not_tags", wanted.notTags()));
        }
        add(list, "system_id", byId ? wanted.systemIdOrName() : "");
        if (!wanted.tags().isEmpty()) {
            list.add(new Parameter("tags", wanted.tags()));
        }
        add(list, "zone", wanted.zone());
        return list;
    }

    private static void add(List<Parameter> list, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).name().equals(name)) {
                List<String> values = new ArrayList<>(list.get(i).values());
                values.add(value);
                list.set(i, new Parameter(name, values));
                return;
            }
        }
        list.add(new Parameter(name, List.of(value)));
    }
}
