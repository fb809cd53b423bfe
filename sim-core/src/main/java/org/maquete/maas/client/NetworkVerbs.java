package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.maas.CreateIpRange;
import org.maquete.maas.CreateResource;
import org.maquete.maas.DefineSubnet;
import org.maquete.maas.IpRange;
import org.maquete.maas.IpRangeType;
import org.maquete.maas.Ipv4;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Subnet;
import org.maquete.maas.UpdateResource;
import org.maquete.maas.UpdateSubnet;
import org.maquete.maas.Wiring;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** VLANs, subnets and ranges of addresses. */
final class NetworkVerbs {

    private static final List<String> RANGE =
            List.of("type", "start_ip", "end_ip", "comment", "subnet");
    private static final List<String> SUBNET = List.of("name", "gateway_ip", "dns_servers");
    private static final List<String> VLAN =
            List.of("name", "mtu", "space", "dhcp_on", "primary_rack");
    private static final List<String> NEW_SUBNET =
            List.of("cidr", "name", "fabric", "vlan", "vid", "gateway_ip", "dns_servers");
    private static final String NO_CHOICE =
            "Select a valid choice. That choice is not one of the available choices.";

    private NetworkVerbs() {}

    static List<Verb> all() {
        return List.of(
                ApiVerb.reading("vlans read", List.of("fabric_id"), NetworkVerbs::vlans),
                ApiVerb.reading(
                        "vlan read",
                        List.of("fabric_id", "vid"),
                        (r, w) ->
                                vlan(r, w)
                                        .map(v -> say(NetworkJson.vlan(v, w)))
                                        .orElseGet(() -> noVlan(r))),
                new ApiVerb(
                        "vlans create",
                        List.of("fabric_id"),
                        NetworkVerbs::createVlan,
                        (_, _, w) ->
                                ApiAnswer.json(
                                        NetworkJson.vlan(
                                                MaasView.resources(w, ResourceKind.VLAN).getLast(),
                                                w))),
                new ApiVerb(
                        "vlan update",
                        List.of("fabric_id", "vid"),
                        NetworkVerbs::updateVlan,
                        (r, _, w) -> ApiAnswer.json(NetworkJson.vlan(vlan(r, w).orElseThrow(), w))),
                ApiVerb.reading("subnets read", List.of(), (_, w) -> subnets(w)),
                ApiVerb.reading(
                        "subnet read",
                        List.of("id"),
                        (r, w) ->
                                subnet(r.first(), w)
                                        .map(s -> say(NetworkJson.subnet(s, w)))
                                        .orElseGet(() -> noSubnet(r.first()))),
                new ApiVerb(
                        "subnets create",
                        List.of(),
                        NetworkVerbs::createSubnet,
                        (_, _, w) ->
                                ApiAnswer.json(
                                        NetworkJson.subnet(MaasView.subnets(w).getLast(), w))),
                new ApiVerb(
                        "subnet update",
                        List.of("id"),
                        NetworkVerbs::updateSubnet,
                        (r, _, w) ->
                                ApiAnswer.json(
                                        NetworkJson.subnet(subnet(r.first(), w).orElseThrow(), w))),
                ApiVerb.reading("ipranges read", List.of(), (_, w) -> ranges(w)),
                new ApiVerb(
                        "ipranges create",
                        List.of(),
                        NetworkVerbs::createRange,
                        (_, _, w) ->
                                ApiAnswer.json(
                                        NetworkJson.range(
                                                w.table(MaasView.RANGES).stream()
                                                        .toList()
                                                        .getLast(),
                                                w))));
    }

    private static Deed say(Value value) {
        return new Deed.Say(ApiAnswer.json(value));
    }

    private static Deed vlans(ApiRequest request, World world) {
        Optional<Resource> fabric = fabric(request, world);
        if (fabric.isEmpty()) {
            return NamedVerbs.missing(ResourceKind.FABRIC, request.first());
        }
        return say(
                new Value.Many(
                        MaasView.resources(world, ResourceKind.VLAN).stream()
                                .filter(v -> v.name().startsWith(fabric.get().name() + " "))
                                .map(v -> NetworkJson.vlan(v, world))
                                .toList()));
    }

    private static Optional<Resource> fabric(ApiRequest request, World world) {
        return NamedVerbs.find(ResourceKind.FABRIC, request.first(), world);
    }

    private static Optional<Resource> vlan(ApiRequest request, World world) {
        String vid = request.params().get(1);
        return fabric(request, world)
                .flatMap(f ->
                        MaasView.resource(
                                world,
                                ResourceKind.VLAN,
                                f.name() + " " + (vid.equals("untagged") ? "0" : vid)));
    }

    private static Deed noVlan(ApiRequest request) {
        return NamedVerbs.missing(ResourceKind.VLAN, String.join(" ", request.params()));
    }

    private static Deed createVlan(ApiRequest request, World world) {
        Optional<Resource> fabric = fabric(request, world);
        String vid = request.value("vid");
        if (fabric.isEmpty()) {
            return NamedVerbs.missing(ResourceKind.FABRIC, request.first());
        }
        boolean number =
                !vid.isEmpty()
                        && vid.length() < 5
                        && vid.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            // Django's texts for a field that is missing or no number
            String why = vid.isEmpty() ? "This field is required." : "Enter a whole number.";
            return ApiAnswer.reject(new Refusal("400", "vid", why, Ref.NONE));
        }
        return new Deed.Ask(
                new CreateResource(
                        ResourceKind.VLAN,
                        fabric.get().name() + " " + Integer.parseInt(vid),
                        request.pairs().stream().filter(p -> !p.startsWith("vid=")).toList()));
    }

    private static Deed updateVlan(ApiRequest request, World world) {
        Optional<Resource> vlan = vlan(request, world);
        if (vlan.isEmpty()) {
            return noVlan(request);
        }
        String strange = request.stranger(VLAN);
        if (!strange.isEmpty()) {
            return new Deed.NotModelled("maas vlan update " + strange + "=");
        }
        Optional<Refusal> refusal = servable(request, vlan.get(), world);
        if (refusal.isPresent()) {
            return ApiAnswer.reject(refusal.get());
        }
        String space = request.value("space");
        Optional<Resource> found = NamedVerbs.find(ResourceKind.SPACE, space, world);
        if (!space.isEmpty() && found.isEmpty()) {
            return ApiAnswer.reject(
                    new Refusal("400", "space", NO_CHOICE, new Ref("space", space)));
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : request.pairs()) {
            pairs.add(pair.startsWith("space=") ? "space=" + name(found) : pair);
        }
        return new Deed.Ask(new UpdateResource(ResourceKind.VLAN, vlan.get().name(), pairs));
    }

    private static String name(Optional<Resource> found) {
        return found.map(Resource::name).orElse("");
    }

    /** Whether DHCP can be as asked: MAAS 3.5, forms/vlan.py. */
    private static Optional<Refusal> servable(ApiRequest request, Resource vlan, World world) {
        if (!request.isTrue("dhcp_on")) {
            return Optional.empty();
        }
        boolean ranged =
                MaasView.subnets(world).stream()
                        .anyMatch(s -> s.vlan().equals(vlan.name()) && !s.dynamicLow().isEmpty());
        if (!ranged) {
            String why = "dhcp can only be turned on when a dynamic IP range is defined.";
            return Optional.of(new Refusal("400", "dhcp_on", why, Ref.NONE));
        }
        boolean racked =
                !request.value("primary_rack").isEmpty()
                        || !vlan.attribute("primary_rack").isEmpty()
                        || !vlan.attribute("dhcp_on").isEmpty();
        String why = "dhcp can only be turned on when a primary rack controller is set.";
        return racked
                ? Optional.empty()
                : Optional.of(new Refusal("400", "__all__", why, Ref.NONE));
    }

    /** MAAS 3.5, forms/subnet.py. */
    private static Deed createSubnet(ApiRequest request, World world) {
        String strange = request.stranger(NEW_SUBNET);
        if (strange.equals("space")) {
            String why =
                    "Spaces may no longer be set on subnets. Set the space on the underlying VLAN.";
            return ApiAnswer.reject(new Refusal("400", "space", why, Ref.NONE));
        }
        if (!strange.isEmpty()) {
            return new Deed.NotModelled("maas subnets create " + strange + "=");
        }
        String cidr = request.value("cidr");
        if (Ipv4.cidr(cidr).isEmpty()) {
            String why =
                    cidr.isEmpty()
                            ? "This field is required."
                            : "Required format: <network>/<prefixlen>.";
            return ApiAnswer.reject(new Refusal("400", "cidr", why, Ref.NONE));
        }
        return switch (SubnetVlan.of(request, world)) {
            case SubnetVlan.Wrong(Refusal refusal) -> ApiAnswer.reject(refusal);
            case SubnetVlan.Found(String vlan) -> {
                int blank = vlan.indexOf(' ');
                yield new Deed.Ask(
                        new DefineSubnet(
                                cidr,
                                request.value("gateway_ip"),
                                request.value("dns_servers"),
                                "",
                                "",
                                "",
                                List.of(),
                                new Wiring(
                                        request.value("name"),
                                        vlan.substring(0, blank),
                                        Integer.parseInt(vlan.substring(blank + 1)),
                                        "")));
            }
        };
    }

    private static Deed subnets(World world) {
        return say(
                new Value.Many(
                        world.table(MaasView.SUBNETS).stream()
                                .map(s -> NetworkJson.subnet(s, world))
                                .toList()));
    }

    /** A subnet by number, CIDR or name. */
    static Optional<Subnet> subnet(String text, World world) {
        String plain = text.startsWith("cidr:") ? text.substring("cidr:".length()) : text;
        return world.table(MaasView.SUBNETS).stream()
                .filter(s ->
                        s.cidr().equals(plain)
                                || s.name().equals(plain)
                                || Integer.toString(NetworkJson.number(s)).equals(plain))
                .findFirst();
    }

    private static Deed noSubnet(String text) {
        return ApiAnswer.reject(
                Refusal.missing("404", "No Subnet matches the given query.", "subnet", text));
    }

    private static Deed updateSubnet(ApiRequest request, World world) {
        Optional<Subnet> subnet = subnet(request.first(), world);
        if (subnet.isEmpty()) {
            return noSubnet(request.first());
        }
        String strange = request.stranger(SUBNET);
        return strange.isEmpty()
                ? new Deed.Ask(new UpdateSubnet(subnet.get().cidr(), request.pairs()))
                : new Deed.NotModelled("maas subnet update " + strange + "=");
    }

    private static Deed ranges(World world) {
        return say(
                new Value.Many(
                        world.table(MaasView.RANGES).stream()
                                .map((IpRange r) -> NetworkJson.range(r, world))
                                .toList()));
    }

    private static Deed createRange(ApiRequest request, World world) {
        String strange = request.stranger(RANGE);
        String type = request.value("type").toLowerCase(Locale.ROOT);
        if (!strange.isEmpty()) {
            return new Deed.NotModelled("maas ipranges create " + strange + "=");
        }
        if (!type.equals("dynamic") && !type.equals("reserved")) {
            String why =
                    type.isEmpty()
                            ? "This field is required."
                            : "Value '" + type + "' is not a valid choice.";
            return ApiAnswer.reject(new Refusal("400", "type", why, Ref.NONE));
        }
        return new Deed.Ask(
                new CreateIpRange(
                        type.equals("dynamic") ? IpRangeType.DYNAMIC : IpRangeType.RESERVED,
                        request.value("start_ip"),
                        request.value("end_ip"),
                        request.value("comment")));
    }
}
