package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands that change ports. */
final class PortVerbs {

    private PortVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("port set", new Changing("set", PortVerbs::set)),
                make.verb("port unset", new Changing("unset", PortVerbs::unset)));
    }

    /** The pairs of a line, each as {@code MAC address}. */
    private static List<String> pairs(Line line) {
        List<String> pairs = new ArrayList<>();
        if (line.args().has("allowed_address_pairs")) {
            for (Value each : line.args().many("allowed_address_pairs")) {
                if (each instanceof Value.Fields pair) {
                    String mac = field(pair, "mac-address").orElse(SetPortPairs.OWN_MAC);
                    pairs.add(mac + " " + field(pair, "ip-address").orElse(""));
                }
            }
        }
        return pairs;
    }

    private static Optional<String> field(Value.Fields fields, String name) {
        return Optional.ofNullable(fields.fields().get(name)).map(Value::str);
    }

    /** As the client shows them. */
    static Cell cell(List<String> pairs) {
        List<Value.Fields> fields = new ArrayList<>();
        for (String pair : pairs) {
            fields.add(
                    Value.fields()
                            .with("mac_address", Value.text(PairHandler.mac(pair)))
                            .with("ip_address", Value.text(PairHandler.address(pair))));
        }
        return Cell.listOfDicts(fields);
    }

    private static Deed set(Port port, Line line, World world) {
        List<String> wanted = pairs(line);
        boolean clears = line.flag("no_allowed_address_pair");
        if (wanted.isEmpty() && !clears) {
            return new Deed.NotModelled(
                    "openstack port set without --allowed-address or --no-allowed-address");
        }
        List<String> all = new ArrayList<>(wanted);
        if (!clears) {
            all.addAll(0, NeutronView.pairs(world, port.uuid()));
        }
        return ask(port, all);
    }

    private static Deed unset(Port port, Line line, World world) {
        List<String> gone = pairs(line);
        if (gone.isEmpty()) {
            return new Deed.NotModelled("openstack port unset without --allowed-address");
        }
        List<String> left = new ArrayList<>(NeutronView.pairs(world, port.uuid()));
        for (String pair : gone) {
            String mac = PairHandler.mac(pair);
            if (!left.remove(pair)) {
                // The real client compares with what Neutron shows, where no MAC is left out.
                String shown =
                        "{'ip_address': '"
                                + PairHandler.address(pair)
                                + (mac.equals(SetPortPairs.OWN_MAC)
                                        ? ""
                                        : "', 'mac_address': '" + mac)
                                + "'}";
                return new Deed.Say(
                        Answer.failed(1, "Port does not contain allowed-address-pair " + shown));
            }
        }
        return ask(port, left);
    }

    private static Deed ask(Port port, List<String> pairs) {
        for (String pair : pairs) {
            if (PairHandler.address(pair).contains(":")) {
                return new Deed.NotModelled("allowed address pairs of IPv6");
            }
        }
        return new Deed.Ask(new SetPortPairs(port.uuid(), pairs));
    }

    private interface Change {
        Deed of(Port port, Line line, World world);
    }

    private record Changing(String what, Change change) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Port> port = LookupView.port(line.text("port"), line, world);
            return port.isThere() ? change.of(port.get(), line, world) : port.reject(line);
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            return server.ok() ? Answer.SILENT : server;
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String wanted = line.text("port");
            String port = LookupView.port(wanted, line, world).row().map(Port::uuid).orElse(wanted);
            return Answer.failed(1, LookupView.sdk("ports/" + port).of(refusal, line));
        }
    }
}
