package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Applies what MAAS was told to have, and its addresses. */
final class InventoryFolds {

    // <number>: MAAS 3.5, the sample of its REST documentation: the first VLAN has the id 5001
    private static final int VLAN_FIRST = 5001;

    private InventoryFolds() {}

    static void enlisted(MachineEnlisted fact, long timeNs, Edits edits) {
        edits.insert(
                MaasView.MACHINES,
                new Machine(
                        edits.world().table(MaasView.MACHINES).nextId(),
                        fact.systemId(),
                        fact.hostname(),
                        new Standing(fact.status(), fact.status(), "", timeNs),
                        fact.tags(),
                        fact.pool(),
                        fact.zone(),
                        fact.cpuThreads(),
                        fact.memoryMib(),
                        Power.of(fact.powerType()),
                        "",
                        0,
                        0,
                        false,
                        "flat",
                        "",
                        fact.status() == NodeStatus.DEPLOYED ? "ubuntu/jammy" : ""));
        fact.tags().forEach(tag -> named(ResourceKind.TAG, tag, edits));
        named(ResourceKind.ZONE, fact.zone(), edits);
        named(ResourceKind.RESOURCE_POOL, fact.pool(), edits);
    }

    static void subnetDefined(SubnetDefined fact, long timeNs, Edits edits) {
        Wiring wiring = fact.wiring();
        int number = edits.world().table(MaasView.SUBNETS).nextId();
        String fabric = wiring.fabric().isEmpty() ? "fabric-" + number : wiring.fabric();
        String vlan = fabric + " " + wiring.vid();
        edits.insert(
                MaasView.SUBNETS,
                new Subnet(
                        number,
                        fact.cidr(),
                        fact.gateway(),
                        fact.dns(),
                        fact.region(),
                        fact.dynamicLow(),
                        fact.dynamicHigh(),
                        fact.reserved(),
                        wiring.name().isEmpty() ? fact.cidr() : wiring.name(),
                        vlan));
        named(ResourceKind.ZONE, "default", edits);
        named(ResourceKind.RESOURCE_POOL, "default", edits);
        named(ResourceKind.DOMAIN, "maas", edits);
        named(ResourceKind.FABRIC, fabric, edits);
        named(ResourceKind.VLAN, fabric + " 0", edits); // MAAS makes it with the fabric
        named(ResourceKind.VLAN, vlan, edits);
        if (!fact.dynamicLow().isEmpty()) {
            set(vlan, "dhcp_on=true", edits);
        }
        if (!wiring.space().isEmpty()) {
            named(ResourceKind.SPACE, wiring.space(), edits);
            set(vlan, "space=" + wiring.space(), edits);
        }
        if (!fact.dynamicLow().isEmpty()) {
            range(IpRangeType.DYNAMIC, fact.dynamicLow(), fact.dynamicHigh(), fact.cidr(), edits);
        }
        for (String text : fact.reserved()) {
            int dash = text.indexOf('-');
            String low = text.substring(0, Math.max(0, dash)).strip();
            range(IpRangeType.RESERVED, low, text.substring(dash + 1).strip(), fact.cidr(), edits);
        }
    }

    private static void set(String vlan, String attribute, Edits edits) {
        edits.change(
                MaasView.RESOURCES,
                Resource.key(ResourceKind.VLAN, vlan),
                r -> r.changed(List.of(attribute)));
    }

    private static void range(IpRangeType type, String low, String high, String cidr, Edits edits) {
        int id = edits.world().table(MaasView.RANGES).nextId();
        edits.insert(MaasView.RANGES, new IpRange(id, type, low, high, "", cidr));
    }

    static void rangeCreated(IpRangeCreated fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.RANGES).nextId();
        edits.insert(
                MaasView.RANGES,
                new IpRange(
                        id,
                        fact.type(),
                        fact.startIp(),
                        fact.endIp(),
                        fact.comment(),
                        fact.cidr()));
        edits.change(MaasView.SUBNETS, fact.cidr(), s -> s.with(fact));
    }

    static void subnetUpdated(SubnetUpdated fact, long timeNs, Edits edits) {
        edits.change(MaasView.SUBNETS, fact.cidr(), s -> s.changed(fact.changes()));
    }

    static void interfaceSet(InterfaceSet fact, long timeNs, Edits edits) {
        Table<Interface> table = edits.world().table(MaasView.INTERFACES);
        String key = Interface.key(fact.hostname(), fact.name());
        if (table.has(key)) {
            edits.change(MaasView.INTERFACES, key, row -> row(row.id(), fact));
        } else {
            edits.insert(MaasView.INTERFACES, row(table.nextId(), fact));
        }
    }

    private static Interface row(int id, InterfaceSet fact) {
        return new Interface(
                id,
                fact.hostname(),
                fact.name(),
                fact.number(),
                fact.type(),
                fact.mac(),
                fact.vlan(),
                fact.parents(),
                fact.params(),
                fact.links());
    }

    static void resourceCreated(ResourceCreated fact, long timeNs, Edits edits) {
        insert(fact.kind(), fact.name(), fact.attributes(), edits);
        if (fact.kind() == ResourceKind.FABRIC) {
            named(ResourceKind.VLAN, fact.name() + " 0", edits); // MAAS makes it with the fabric
        }
    }

    static void resourceDeleted(ResourceDeleted fact, long timeNs, Edits edits) {
        String key = Resource.key(fact.kind(), fact.name());
        edits.remove(MaasView.RESOURCES, edits.world().table(MaasView.RESOURCES).idOf(key));
    }

    static void resourceUpdated(ResourceUpdated fact, long timeNs, Edits edits) {
        edits.change(
                MaasView.RESOURCES,
                Resource.key(fact.kind(), fact.name()),
                r -> r.changed(fact.attributes()));
    }

    /** A thing that another fact names. */
    private static void named(ResourceKind kind, String name, Edits edits) {
        if (!edits.world().table(MaasView.RESOURCES).has(Resource.key(kind, name))) {
            insert(kind, name, List.of(), edits);
        }
    }

    private static void insert(
            ResourceKind kind, String name, List<String> attributes, Edits edits) {
        Table<Resource> table = edits.world().table(MaasView.RESOURCES);
        int count = table.where(resource -> resource.kind() == kind).size();
        int first =
                switch (kind) {
                    case VLAN -> VLAN_FIRST;
                    case RESOURCE_POOL, DOMAIN, FABRIC -> 0;
                    case TAG, ZONE, SPACE, SELECTION, USER -> 1;
                };
        edits.insert(
                MaasView.RESOURCES,
                new Resource(
                        table.nextId(), kind, first + count, name, new ArrayList<>(attributes)));
    }

    static void imageImported(ImageImported fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.IMAGES).nextId();
        edits.insert(MaasView.IMAGES, new BootImage(id, fact.name()));
        Table<ImageSync> syncs = edits.world().table(MaasView.SYNCS);
        if (syncs.has(fact.name())) {
            edits.remove(MaasView.SYNCS, syncs.idOf(fact.name()));
        }
    }

    static void addressAssigned(AddressAssigned fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.ADDRESSES).nextId();
        edits.insert(MaasView.ADDRESSES, new Address(id, fact.device(), fact.address()));
    }

    static void addressReleased(AddressReleased fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.ADDRESSES).idOf(fact.device());
        edits.remove(MaasView.ADDRESSES, id);
    }
}
