package org.maquete.neutron;

/** The kinds of Neutron's objects, as the words before {@code create} on the client's line. */
final class Kinds {

    static final String NETWORK = "network";
    static final String SUBNET = "subnet";
    static final String ROUTER = "router";
    static final String PORT = "port";
    static final String FLOATING_IP = "floating ip";
    static final String GROUP = "security group";
    static final String RULE = "security group rule";

    private Kinds() {}

    /** The kind for a Portuguese sentence. */
    static String inPortuguese(String kind) {
        return switch (kind) {
            case NETWORK -> "a rede";
            case SUBNET -> "a sub-rede";
            case ROUTER -> "o roteador";
            case PORT -> "a porta";
            case FLOATING_IP -> "o IP flutuante";
            case GROUP -> "o grupo de segurança";
            case RULE -> "a regra do grupo de segurança";
            default -> throw new IllegalArgumentException("expected a kind, found " + kind);
        };
    }
}
