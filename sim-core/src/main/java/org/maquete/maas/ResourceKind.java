package org.maquete.maas;

import org.maquete.kernel.Ref;

/** The named things that machines and subnets belong to. */
public enum ResourceKind {
    /** A word that machines are chosen by. */
    TAG("tag", "Tag"),
    /** A physical zone. */
    ZONE("zone", "Zone"),
    /** A group of machines. */
    RESOURCE_POOL("resource-pool", "ResourcePool"),
    /** A set of switches. */
    FABRIC("fabric", "Fabric"),
    /** A part of a fabric, named by fabric and number: {@code fabric-0 10}. */
    VLAN("vlan", "VLAN"),
    /** A set of VLANs that reach each other. */
    SPACE("space", "Space"),
    /** A DNS domain. */
    DOMAIN("domain", "Domain"),
    /** What MAAS downloads. */
    SELECTION("boot-source-selection", "BootSourceSelection"),
    /** A person with an account, the first administrator left out. */
    USER("user", "User");

    private final String text;
    private final String model;

    ResourceKind(String text, String model) {
        this.text = text;
        this.model = model;
    }

    /** One of this kind, for causes. */
    Ref ref(String name) {
        return new Ref("maas-resource", text + " " + name);
    }

    /** The word of the command line. */
    public String text() {
        return text;
    }

    /** The name in messages. */
    public String model() {
        return model;
    }
}
