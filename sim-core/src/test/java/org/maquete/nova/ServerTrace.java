package org.maquete.nova;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.maquete.kernel.Command;
import org.maquete.kernel.Origin;
import org.maquete.kernel.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lab with images and networks, and what is seen of a server while time passes. */
final class ServerTrace {

    final CloudLab lab;

    ServerTrace(int computes) {
        lab = CloudLab.withComputes(computes);
        lab.accepted(
                "openstack image create --public --container-format bare --disk-format qcow2 --file"
                        + " jammy.img jammy-amd64");
        lab.accepted("openstack flavor create --ram 1024 --disk 20 --vcpus 1 m1.tiny");
        lab.accepted("openstack flavor create --ram 2048 --disk 20 --vcpus 1 m1.small");
        lab.accepted("openstack flavor create --ram 4096 --disk 20 --vcpus 2 m1.medium");
        // the recorded one had 65536 MiB and no quotas; so much would meet the quota here
        lab.accepted("openstack flavor create --ram 32768 --disk 20 --vcpus 2 huge");
        lab.accepted("openstack network create --internal int_net");
        lab.accepted(
                "openstack subnet create --network int_net --subnet-range 192.169.0.0/24"
                        + " int_subnet");
    }

    /** Recorded steps by name. */
    record Steps(Map<String, JsonNode> byName) {
        JsonNode get(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }
    }

    /** The recorded steps of a file. */
    static Steps recorded(String path) {
        try (var in = ServerTrace.class.getResourceAsStream(path)) {
            Map<String, JsonNode> steps = new LinkedHashMap<>();
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                JsonNode step = JsonMapper.builder().build().readTree(line);
                steps.put(step.get("step").asString(), step.get("seen"));
            }
            return new Steps(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for a server and does not wait. */
    String create(String name, String flavor) {
        String shown =
                lab.typeAndLeave(
                                "openstack server create --image jammy-amd64 --flavor "
                                        + flavor
                                        + " --network int_net -f value -c id "
                                        + name)
                        .stdout();
        return shown.strip();
    }

    /** A server that runs. */
    String running(String name, String flavor) {
        String uuid = create(name, flavor);
        lab.simulation().runToEnd();
        return uuid;
    }

    Server server(String uuid) {
        return NovaView.server(lab.world(), uuid).orElseThrow();
    }

    Reply submit(Command command) {
        return lab.simulation().submit(command, new Origin.Person("test"));
    }

    Reply act(String uuid, ServerAction action, String detail) {
        return submit(new ActOnServers(List.of(uuid), action, detail, true, false));
    }

    /** The states that a server passes, from now until nothing is on its way. */
    List<String> states(String uuid) {
        List<String> states = new ArrayList<>();
        note(uuid, states);
        while (!lab.simulation().isSettled()) {
            lab.simulation().step();
            note(uuid, states);
        }
        return states;
    }

    private void note(String uuid, List<String> states) {
        Server s = server(uuid);
        String state =
                text(s.status(), s.vmState(), s.taskState(), s.state().power() + " " + s.host());
        if (states.isEmpty() || !states.getLast().equals(state)) {
            states.add(state);
        }
    }

    private static String text(String status, String vm, String task, String rest) {
        return status + " " + vm + " " + (task.isEmpty() ? "-" : task) + " " + rest;
    }

    /** The recorded states as texts of the same form. */
    static List<String> states(JsonNode step) {
        List<String> states = new ArrayList<>();
        for (JsonNode each : step.get("states")) {
            JsonNode s = each.get(1);
            String task = s.get(2).isNull() ? "" : s.get(2).asString();
            StringBuilder rest = new StringBuilder();
            for (int i = 3; i < s.size(); i++) {
                rest.append(i == 3 ? "" : " ").append(s.get(i).isNull() ? "" : s.get(i).asString());
            }
            states.add(text(s.get(0).asString(), s.get(1).asString(), task, rest.toString()));
        }
        return states;
    }

    /** The same with hosts in order of appearance: {@code @0}, {@code @1}. */
    static List<String> anonymous(List<String> states, String hostPattern) {
        List<String> hosts = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String state : states) {
            String host = state.substring(state.lastIndexOf(' ') + 1);
            String text = state;
            if (host.matches(hostPattern)) {
                if (!hosts.contains(host)) {
                    hosts.add(host);
                }
                text = state.substring(0, state.lastIndexOf(' ')) + " @" + hosts.indexOf(host);
            }
            plain.add(text.strip());
        }
        return plain;
    }
}
