package org.maquete.maas;

import org.maquete.world.Edits;

/** Applies what MAAS was told to have, and its addresses. */
final class InventoryFolds {

    private InventoryFolds() {}

    static void enlisted(MachineEnlisted fact, long timeNs, Edits edits) {
        edits.insert(
                MaasView.MACHINES,
                new Machine(
                        edits.world().table(MaasView.MACHINES).nextId(),
                        fact.systemId(),
                        fact.hostname(),
                        fact.status(),
                        "",
                        fact.tags(),
                        fact.pool(),
                        fact.zone(),
                        fact.cpuThreads(),
                        fact.memoryMib(),
                        fact.powerType(),
                        "",
                        0,
                        timeNs));
    }

    static void subnetDefined(SubnetDefined fact, long timeNs, Edits edits) {
        edits.insert(
                MaasView.SUBNETS,
                new Subnet(
                        edits.world().table(MaasView.SUBNETS).nextId(),
                        fact.cidr(),
                        fact.gateway(),
                        fact.dns(),
                        fact.region(),
                        fact.dynamicLow(),
                        fact.dynamicHigh(),
                        fact.reserved()));
    }

    static void imageImported(ImageImported fact, long timeNs, Edits edits) {
        int id = edits.world().table(MaasView.IMAGES).nextId();
        edits.insert(MaasView.IMAGES, new BootImage(id, fact.name()));
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
