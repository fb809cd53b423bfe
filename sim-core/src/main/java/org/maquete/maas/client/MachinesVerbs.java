package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.maas.AcceptMachines;
import org.maquete.maas.AllocateMachine;
import org.maquete.maas.AllocationConstraints;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.NodeStatus;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** {@code maas PROFILE machines ...}. */
final class MachinesVerbs {

    private static final List<String> CONSTRAINTS =
            List.of(
                    "name",
                    "system_id",
                    "tags",
                    "not_tags",
                    "zone",
                    "not_in_zone",
                    "pool",
                    "not_in_pool",
                    "arch",
                    "cpu_count",
                    "mem",
                    "storage",
                    "interfaces");
    private static final List<String> OPTIONS = List.of("agent_name", "comment", "verbose");

    private MachinesVerbs() {}

    static List<Verb> all() {
        return List.of(
                ApiVerb.reading("machines read", List.of(), MachinesVerbs::read),
                new ApiVerb(
                        "machines allocate",
                        List.of(),
                        MachinesVerbs::allocate,
                        (_, server, w) -> allocated(server, w)),
                new ApiVerb(
                        "machines accept",
                        List.of(),
                        (r, w) -> accept(r.values("machines"), w),
                        (r, _, w) -> accepted(r.values("machines"), w)),
                new ApiVerb(
                        "machines accept-all",
                        List.of(),
                        (_, w) -> accept(fresh(w), w),
                        (_, server, w) -> accepted(server.stdout().lines().toList(), w)));
    }

    private static Deed read(ApiRequest request, World world) {
        List<String> known = List.of("hostname", "id", "zone", "pool");
        if (!request.stranger(known).isEmpty()) {
            return new Deed.NotModelled("maas machines read " + request.stranger(known) + "=");
        }
        List<Value> shown = new ArrayList<>();
        for (Machine machine : MaasView.machines(world)) {
            boolean wanted =
                    isIn(machine.hostname(), request.values("hostname"))
                            && isIn(machine.systemId(), request.values("id"))
                            && isIn(machine.zone(), request.values("zone"))
                            && isIn(machine.pool(), request.values("pool"));
            if (wanted) {
                shown.add(MachineJson.of(machine, world));
            }
        }
        return new Deed.Say(ApiAnswer.json(new Value.Many(shown)));
    }

    private static boolean isIn(String value, List<String> wanted) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static Deed allocate(ApiRequest request, World world) {
        List<String> known = new ArrayList<>(CONSTRAINTS);
        known.addAll(OPTIONS);
        if (!request.stranger(known).isEmpty()) {
            return new Deed.NotModelled("maas machines allocate " + request.stranger(known) + "=");
        }
        Optional<String> odd = odd(request);
        if (odd.isPresent()) {
            return new Deed.NotModelled("maas machines allocate " + odd.get());
        }
        List<String> typed =
                request.pairs().stream()
                        .filter(pair -> !OPTIONS.contains(pair.substring(0, pair.indexOf('='))))
                        .toList();
        String machine = request.value("system_id");
        return new Deed.Ask(
                new AllocateMachine(
                        "maas machines allocate " + String.join(" ", typed),
                        new AllocationConstraints(
                                words(request.values("tags")),
                                words(request.values("not_tags")),
                                (int) Math.ceil(number(request.value("cpu_count"))),
                                (int) Math.ceil(number(request.value("mem"))),
                                request.value("arch"),
                                request.value("zone"),
                                machine.isEmpty() ? request.value("name") : machine,
                                typed),
                        request.value("agent_name")));
    }

    /** A value of a form that is not modelled. */
    private static Optional<String> odd(ApiRequest request) {
        String storage = request.value("storage");
        if (!storage.isEmpty()) {
            for (String each : storage.split(",", -1)) {
                String size = each.substring(each.indexOf(':') + 1);
                if (size.isEmpty() || !size.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return Optional.of("storage=" + storage);
                }
            }
        }
        for (String name : List.of("cpu_count", "mem")) {
            if (number(request.value(name)) < 0) {
                return Optional.of(name + "=" + request.value(name));
            }
        }
        return Optional.empty();
    }

    /** A number from 0; -1 when the text is none. */
    private static double number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        boolean plain =
                text.length() < 10
                        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        return plain && !text.startsWith(".") && text.indexOf('.') == text.lastIndexOf('.')
                ? Double.parseDouble(text)
                : -1;
    }

    private static List<String> words(List<String> values) {
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

    private static Answer allocated(Answer server, World world) {
        return MaasView.machine(world, server.stdout().strip())
                .map(machine -> ApiAnswer.json(MachineJson.of(machine, world)))
                .orElse(server);
    }

    private static List<String> fresh(World world) {
        return MaasView.machines(world).stream()
                .filter(machine -> machine.status() == NodeStatus.NEW)
                .map(Machine::systemId)
                .toList();
    }

    private static Deed accept(List<String> ids, World world) {
        List<String> hostnames = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            Optional<Machine> machine = MaasView.bySystemId(world, id);
            machine.ifPresentOrElse(m -> hostnames.add(m.hostname()), () -> unknown.add(id));
        }
        return unknown.isEmpty()
                ? new Deed.Ask(new AcceptMachines(hostnames))
                : ApiAnswer.reject(
                        Refusal.missing(
                                "400",
                                "Unknown machine(s): " + String.join(", ", unknown) + ".",
                                "maas-machine",
                                unknown.getFirst()));
    }

    private static Answer accepted(List<String> ids, World world) {
        List<Value> shown = new ArrayList<>();
        for (String id : ids) {
            Optional<Machine> machine =
                    MaasView.bySystemId(world, id).or(() -> MaasView.machine(world, id));
            machine.filter(m -> m.status() == NodeStatus.COMMISSIONING)
                    .ifPresent(m -> shown.add(MachineJson.of(m, world)));
        }
        return ApiAnswer.json(new Value.Many(shown));
    }
}
