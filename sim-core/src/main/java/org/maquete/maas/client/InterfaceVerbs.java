package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.maas.CreateInterface;
import org.maquete.maas.DeleteInterface;
import org.maquete.maas.Interface;
import org.maquete.maas.InterfaceType;
import org.maquete.maas.InterfaceView;
import org.maquete.maas.LinkMode;
import org.maquete.maas.LinkSubnet;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Subnet;
import org.maquete.maas.UnlinkSubnet;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** Bonds, bridges and VLAN interfaces of machines, and the subnets they are linked to. */
final class InterfaceVerbs {

    // defaults: MAAS 3.5, forms/interface.py
    private static final List<String> BOND =
            List.of(
                    "bond_mode=balance-rr",
                    "bond_miimon=100",
                    "bond_downdelay=0",
                    "bond_updelay=0",
                    "bond_num_grat_arp=1",
                    "bond_lacp_rate=fast",
                    "bond_xmit_hash_policy=layer2");
    private static final List<String> BRIDGE =
            List.of("bridge_type=standard", "bridge_stp=False", "bridge_fd=15");
    private static final List<String> PLAIN =
            List.of("name", "mac_address", "vlan", "parents", "parent");
    private static final String NO_CHOICE = SubnetVlan.NO_CHOICE;

    private InterfaceVerbs() {}

    static List<Verb> all() {
        List<String> one = List.of("system_id", "id");
        return List.of(
                ApiVerb.reading("interfaces read", List.of("system_id"), InterfaceVerbs::readAll),
                making("bond", InterfaceType.BOND),
                making("bridge", InterfaceType.BRIDGE),
                making("vlan", InterfaceType.VLAN),
                ApiVerb.reading("interface read", one, InterfaceVerbs::read),
                new ApiVerb(
                        "interface delete",
                        one,
                        (r, w) -> on(r, w, (m, i) -> new Deed.Ask(new DeleteInterface(m, i))),
                        (_, _, _) -> ApiAnswer.text("")),
                new ApiVerb("interface link-subnet", one, InterfaceVerbs::link, shownOne()),
                new ApiVerb("interface unlink-subnet", one, InterfaceVerbs::unlink, shownOne()),
                new ApiVerb(
                        "interface disconnect",
                        one,
                        (r, w) -> on(r, w, (m, i) -> new Deed.Ask(new UnlinkSubnet(m, i, 0))),
                        shownOne()));
    }

    private static ApiVerb making(String word, InterfaceType type) {
        return new ApiVerb(
                "interfaces create-" + word,
                List.of("system_id"),
                (r, w) -> create(type, r, w),
                (r, _, w) -> {
                    List<Interface> all =
                            InterfaceView.of(w, machine(r, w).orElseThrow().hostname());
                    Interface last = all.getFirst();
                    for (Interface each : all) {
                        last = each.number() > last.number() ? each : last;
                    }
                    return json(last, r, w);
                });
    }

    private static ApiVerb.Shown shownOne() {
        return (r, _, w) ->
                json(
                        InterfaceView.find(
                                        w,
                                        machine(r, w).orElseThrow().hostname(),
                                        r.params().get(1))
                                .orElseThrow(),
                        r,
                        w);
    }

    private static Answer json(Interface each, ApiRequest request, World world) {
        return ApiAnswer.json(InterfaceJson.of(each, machine(request, world).orElseThrow(), world));
    }

    private static Optional<Machine> machine(ApiRequest request, World world) {
        return MaasView.bySystemId(world, request.first());
    }

    private static Deed unknown(ApiRequest request, String model) {
        return ApiAnswer.reject(
                Refusal.missing(
                        "404",
                        "No " + model + " matches the given query.",
                        "maas-machine",
                        request.first()));
    }

    private static Deed readAll(ApiRequest request, World world) {
        Optional<Machine> machine = machine(request, world);
        if (machine.isEmpty()) {
            return unknown(request, "Node");
        }
        List<Value> all = new ArrayList<>();
        for (Interface each : InterfaceView.of(world, machine.get().hostname())) {
            all.add(InterfaceJson.of(each, machine.get(), world));
        }
        return new Deed.Say(ApiAnswer.json(new Value.Many(all)));
    }

    private static Deed read(ApiRequest request, World world) {
        return on(
                request,
                world,
                (hostname, name) ->
                        new Deed.Say(
                                json(
                                        InterfaceView.find(world, hostname, name).orElseThrow(),
                                        request,
                                        world)));
    }

    /** Does something with the interface that the words name. */
    @FunctionalInterface
    private interface OnInterface {
        Deed act(String hostname, String name);
    }

    private static Deed on(ApiRequest request, World world, OnInterface act) {
        Optional<Machine> machine = machine(request, world);
        String id = request.params().get(1);
        Optional<Interface> found =
                machine.flatMap(m -> InterfaceView.find(world, m.hostname(), id));
        return found.isPresent()
                ? act.act(found.get().machine(), found.get().name())
                : ApiAnswer.reject(
                        Refusal.missing(
                                "404",
                                "No Interface matches the given query.",
                                machine.isPresent() ? "interface" : "maas-machine",
                                machine.isPresent() ? id : request.first()));
    }

    private static Deed create(InterfaceType type, ApiRequest request, World world) {
        Optional<Machine> machine = machine(request, world);
        if (machine.isEmpty()) {
            return unknown(request, "Machine");
        }
        List<String> usual =
                switch (type) {
                    case BOND -> BOND;
                    case BRIDGE -> BRIDGE;
                    case VLAN, PHYSICAL -> List.of();
                };
        List<String> known = new ArrayList<>(PLAIN);
        usual.forEach(pair -> known.add(pair.substring(0, pair.indexOf('='))));
        String strange = request.stranger(known);
        if (!strange.isEmpty()) {
            return new Deed.NotModelled("an interface with " + strange + "=");
        }
        List<String> parents = new ArrayList<>();
        for (String name : List.of("parents", "parent")) {
            for (String value : request.values(name)) {
                for (String id : value.split("[, ]+", -1)) {
                    Optional<Interface> parent =
                            InterfaceView.find(world, machine.get().hostname(), id);
                    if (parent.isEmpty()) {
                        // Django's text for a choice among several (GUESS: not run)
                        return wrong(
                                name,
                                "Select a valid choice. "
                                        + id
                                        + " is not one of the available choices.");
                    }
                    parents.add(parent.get().name());
                }
            }
        }
        String vlan = request.value("vlan");
        Optional<Resource> found = NamedVerbs.find(ResourceKind.VLAN, vlan, world);
        if (!vlan.isEmpty() && found.isEmpty()) {
            return wrong("vlan", NO_CHOICE);
        }
        return new Deed.Ask(
                new CreateInterface(
                        machine.get().hostname(),
                        type,
                        request.value("name"),
                        request.value("mac_address"),
                        found.map(Resource::name).orElse(""),
                        parents,
                        params(usual, request)));
    }

    /** The usual parameters with those that were typed. */
    private static List<String> params(List<String> usual, ApiRequest request) {
        List<String> params = new ArrayList<>();
        for (String pair : usual) {
            String name = pair.substring(0, pair.indexOf('='));
            String typed = request.value(name);
            boolean isFlag = pair.endsWith("=False") || pair.endsWith("=True");
            String value = isFlag && !typed.isEmpty() ? flag(request.isTrue(name)) : typed;
            params.add(typed.isEmpty() ? pair : name + "=" + value);
        }
        return params;
    }

    private static String flag(boolean set) {
        return set ? "True" : "False";
    }

    private static Deed link(ApiRequest request, World world) {
        String typed = request.value("mode");
        Optional<LinkMode> mode = LinkMode.named(typed);
        if (mode.isEmpty()) {
            return wrong(
                    "mode",
                    typed.isEmpty()
                            ? "This field is required."
                            : "'"
                                    + typed
                                    + "' is not a valid mode.  It should be one of: '"
                                    + String.join("', '", LinkMode.texts())
                                    + "'.");
        }
        String wanted = request.value("subnet");
        Optional<Subnet> subnet = NetworkVerbs.subnet(wanted, world);
        if (!wanted.isEmpty() && subnet.isEmpty()) {
            return wrong("subnet", NO_CHOICE);
        }
        return on(
                request,
                world,
                (hostname, name) ->
                        new Deed.Ask(
                                new LinkSubnet(
                                        hostname,
                                        name,
                                        mode.get(),
                                        subnet.map(Subnet::cidr).orElse(""),
                                        request.value("ip_address"),
                                        request.isTrue("force"))));
    }

    private static Deed unlink(ApiRequest request, World world) {
        String id = request.value("id");
        if (!id.matches("[1-9][0-9]{0,8}")) {
            return wrong("id", "This field is required.");
        }
        return on(
                request,
                world,
                (hostname, name) ->
                        new Deed.Ask(new UnlinkSubnet(hostname, name, Integer.parseInt(id))));
    }

    private static Deed wrong(String field, String message) {
        return ApiAnswer.reject(new Refusal("400", field, message, Ref.NONE));
    }
}
