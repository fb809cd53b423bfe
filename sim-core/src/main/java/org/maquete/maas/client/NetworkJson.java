package org.maquete.maas.client;

import java.util.List;
import java.util.Optional;
import org.maquete.maas.IpRange;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Space;
import org.maquete.maas.Subnet;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/**
 * Zones, pools, tags and the network as the API gives them. The real keys come in an arbitrary
 * order (piston keeps them in a set); here they stand as MAAS 3.5 lists them in its handlers, the
 * address of the object last.
 */
final class NetworkJson {

    private static final String API = "/MAAS/api/2.0/";

    private NetworkJson() {}

    static Value named(Resource resource, World world) {
        return switch (resource.kind()) {
            case TAG -> tag(resource);
            case ZONE -> zone(resource);
            case RESOURCE_POOL -> pool(resource);
            case FABRIC -> fabric(resource, world);
            case VLAN -> vlan(resource, world);
            case SPACE -> space(resource, world);
            case DOMAIN -> domain(resource, world);
            case SELECTION -> selection(resource);
            case USER -> Users.json(resource.name(), world);
        };
    }

    private static Value tag(Resource tag) {
        return Json.object()
                .text("name", tag.name())
                .text("definition", tag.attribute("definition"))
                .text("comment", tag.attribute("comment"))
                .text("kernel_opts", tag.attribute("kernel_opts"))
                .text("resource_uri", API + "tags/" + tag.name() + "/")
                .value();
    }

    private static Value zone(Resource zone) {
        return Json.object()
                .number("id", zone.number())
                .text("name", zone.name())
                .text("description", zone.attribute("description"))
                .text("resource_uri", API + "zones/" + zone.name() + "/")
                .value();
    }

    private static Value pool(Resource pool) {
        boolean first = pool.number() == 0;
        String description = pool.attribute("description");
        return Json.object()
                .number("id", pool.number())
                .text("name", pool.name())
                .text("description", first ? "Default pool" : description)
                .text("resource_uri", API + "resourcepool/" + pool.number() + "/")
                .value();
    }

    private static Value fabric(Resource fabric, World world) {
        List<Value> vlans =
                MaasView.resources(world, ResourceKind.VLAN).stream()
                        .filter(vlan -> vlan.name().startsWith(fabric.name() + " "))
                        .map(vlan -> vlan(vlan, world))
                        .toList();
        return Json.object()
                .number("id", fabric.number())
                .text("name", fabric.name())
                .optional("class_type", fabric.attribute("class_type"))
                .list("vlans", vlans)
                .text("resource_uri", API + "fabrics/" + fabric.number() + "/")
                .value();
    }

    /** A VLAN; its name is fabric and number. */
    static Value vlan(Resource vlan, World world) {
        int blank = vlan.name().indexOf(' ');
        String fabric = vlan.name().substring(0, blank);
        int vid = Integer.parseInt(vlan.name().substring(blank + 1));
        int fabricId =
                MaasView.resource(world, ResourceKind.FABRIC, fabric)
                        .map(Resource::number)
                        .orElse(0);
        boolean dhcp = MaasView.isServed(vlan);
        String name = vlan.attribute("name");
        return Json.object()
                .number("id", vlan.number())
                .text("name", name.isEmpty() ? vid == 0 ? "untagged" : "" + vid : name)
                .number("vid", vid)
                .text("fabric", fabric)
                .number("fabric_id", fabricId)
                .number("mtu", mtu(vlan))
                .none("primary_rack", "secondary_rack")
                .flag("dhcp_on", dhcp)
                .none("external_dhcp", "relay_vlan")
                .text("space", MaasView.spaceOf(world, vlan.name()))
                .text("resource_uri", API + "vlans/" + vlan.number() + "/")
                .value();
    }

    private static long mtu(Resource vlan) {
        String mtu = vlan.attribute("mtu");
        return mtu.isEmpty() ? 1500 : Long.parseLong(mtu); // <bytes>: MAAS 3.5, models/vlan.py
    }

    private static Value space(Resource space, World world) {
        String description = space.attribute("description");
        return space(space.name(), Integer.toString(space.number()), description, world);
    }

    /** What stands for all that is in no space: MAAS 3.5, api/spaces.py. */
    static Value undefinedSpace(World world) {
        return space(
                Space.UNDEFINED,
                Space.UNDEFINED,
                "Backward compatibility object to ensure objects not associated with a space can"
                        + " be found.",
                world);
    }

    private static Value space(String name, String address, String description, World world) {
        List<Value> vlans =
                MaasView.resources(world, ResourceKind.VLAN).stream()
                        .filter(vlan -> MaasView.spaceOf(world, vlan.name()).equals(name))
                        .map(vlan -> vlan(vlan, world))
                        .toList();
        List<Value> subnets =
                world.table(MaasView.SUBNETS).stream()
                        .filter(s -> MaasView.spaceOf(world, s.vlan()).equals(name))
                        .map(s -> subnet(s, world))
                        .toList();
        boolean isUndefined = name.equals(Space.UNDEFINED);
        return Json.object()
                .text("resource_uri", API + "spaces/" + address + "/")
                .number("id", isUndefined ? Space.NUMBER_UNDEFINED : Integer.parseInt(address))
                .text("name", name)
                .list("vlans", vlans)
                .list("subnets", subnets)
                .text("description", description)
                .value();
    }

    private static Value domain(Resource domain, World world) {
        boolean first = domain.number() == 0;
        return Json.object()
                .number("id", domain.number())
                .text("name", domain.name())
                .none("ttl")
                .flag("authoritative", true)
                .number("resource_record_count", first ? MaasView.addresses(world).size() : 0)
                .flag("is_default", first)
                .text("resource_uri", API + "domains/" + domain.number() + "/")
                .value();
    }

    private static Value selection(Resource selection) {
        String[] parts = selection.name().split("/", -1);
        return Json.object()
                .number("boot_source_id", 1)
                .number("id", selection.number())
                .text("os", parts[0])
                .text("release", parts[1])
                .texts("arches", List.of(parts[2]))
                .texts("subarches", List.of("*"))
                .texts("labels", List.of("*"))
                .text("resource_uri", API + "boot-sources/1/selections/" + selection.number() + "/")
                .value();
    }

    static Value subnet(Subnet subnet, World world) {
        Optional<Resource> vlan = MaasView.resource(world, ResourceKind.VLAN, subnet.vlan());
        return Json.object()
                .number("id", number(subnet))
                .text("name", subnet.name())
                .text("description", "")
                .put("vlan", vlan.map(v -> vlan(v, world)).orElse(Value.none()))
                .text("space", MaasView.spaceOf(world, subnet.vlan()))
                .text("cidr", subnet.cidr())
                .optional("gateway_ip", subnet.gateway())
                .texts("dns_servers", subnet.dns().isEmpty() ? List.of() : List.of(subnet.dns()))
                .number("rdns_mode", 2)
                .flag("active_discovery", false)
                .flag("allow_dns", true)
                .flag("allow_proxy", true)
                .flag("managed", true)
                .empty("disabled_boot_architectures")
                .text("resource_uri", API + "subnets/" + number(subnet) + "/")
                .value();
    }

    /** The number in the API: from 1, in order of making. */
    static int number(Subnet subnet) {
        return subnet.id() + 1;
    }

    static Value range(IpRange range, World world) {
        Optional<Subnet> subnet = world.table(MaasView.SUBNETS).find(range.cidr());
        Value user =
                Json.object()
                        .text("username", "admin")
                        .text("email", "admin@example.com")
                        .flag("is_local", true)
                        .flag("is_superuser", true)
                        .text("resource_uri", API + "users/admin/")
                        .value();
        return Json.object()
                .number("id", range.id() + 1L)
                .text("type", range.type().text())
                .text("start_ip", range.startIp())
                .text("end_ip", range.endIp())
                .text("comment", range.comment())
                .put("user", user)
                .put("subnet", subnet.map(s -> subnet(s, world)).orElse(Value.none()))
                .text("resource_uri", API + "ipranges/" + (range.id() + 1) + "/")
                .value();
    }

    static Value image(int id, String name) {
        int slash = name.lastIndexOf('/');
        return Json.object()
                .number("id", id)
                .text("type", "Synced")
                .text("name", name.substring(0, slash))
                .text("architecture", name.substring(slash + 1) + "/generic")
                .text("resource_uri", API + "boot-resources/" + id + "/")
                .none("last_deployed")
                .value();
    }
}
