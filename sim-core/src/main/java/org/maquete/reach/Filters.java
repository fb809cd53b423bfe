package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.SecurityGroup;
import org.maquete.neutron.SecurityGroupRule;
import org.maquete.world.World;

/** Explains what security groups let through, and what they would have to. */
final class Filters {

    private static final String IP4 = "IPv4"; // <ethertype>: Neutron yoga, API of security groups
    private static final int RULES_MAX = 3; // <rules>: GUESS, what a person reads

    private final World world;

    Filters(World world) {
        this.world = world;
    }

    /**
     * A packet as the rules of a port see it.
     *
     * @param remote the address of the other side
     */
    record Seen(boolean isIngress, Protocol protocol, int port, String remote) {

        String service() {
            return protocol == Protocol.ICMP ? "icmp" : protocol.word() + " " + port;
        }

        private String direction() {
            return isIngress ? "ingress" : "egress";
        }
    }

    /** The names of a port's groups, as people read them. */
    String groups(Port port) {
        List<String> names = new ArrayList<>();
        for (String each : port.groups()) {
            names.add(NeutronView.group(world, each).map(SecurityGroup::name).orElse(each));
        }
        return String.join(", ", names);
    }

    /** Why no rule of a port matches. */
    Words why(Port port, String name, Seen seen) {
        if (port.groups().isEmpty()) {
            return new Words(
                    name + " has no security group, so nothing gets in or out",
                    name + " não tem grupo de segurança, então nada entra nem sai");
        }
        boolean isMany = port.groups().size() > 1;
        String groups = groups(port);
        String en = isMany ? "none of the security groups " + groups : "security group " + groups;
        String pt =
                isMany
                        ? "nenhum dos grupos de segurança " + groups
                        : "o grupo de segurança " + groups;
        String verbEn = isMany ? " lets " : " does not let ";
        String verbPt = isMany ? " deixa " : " não deixa ";
        String whom = seen.isIngress() ? " in from " : " out to ";
        String quem = seen.isIngress() ? " entrar de " : " sair para ";
        return new Words(
                en
                        + " of "
                        + name
                        + verbEn
                        + seen.service()
                        + whom
                        + seen.remote()
                        + rest(port, seen, true),
                pt
                        + " de "
                        + name
                        + verbPt
                        + seen.service()
                        + quem
                        + seen.remote()
                        + rest(port, seen, false));
    }

    /** What its rules do let through, in brackets. */
    private String rest(Port port, Seen seen, boolean isEnglish) {
        List<String> texts = new ArrayList<>();
        for (SecurityGroupRule rule : rules(port)) {
            if (rule.direction().equals(seen.direction()) && rule.ethertype().equals(IP4)) {
                texts.add(isEnglish ? text(rule).en() : text(rule).pt());
            }
        }
        if (texts.isEmpty()) {
            return isEnglish ? " (it has no such rule at all)" : " (não tem regra assim)";
        }
        int more = texts.size() - RULES_MAX;
        String shown = String.join("; ", texts.subList(0, Math.min(RULES_MAX, texts.size())));
        String also =
                more > 0
                        ? (isEnglish ? "; and " : "; e mais ") + more + (isEnglish ? " more" : "")
                        : "";
        return (isEnglish ? " (only " : " (só ") + shown + also + ")";
    }

    private List<SecurityGroupRule> rules(Port port) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (String group : port.groups()) {
            rules.addAll(NeutronView.rules(world, group));
        }
        return rules;
    }

    /** A rule in a few words: {@code tcp 22 from anywhere}. */
    Words text(SecurityGroupRule rule) {
        String what = rule.protocol().isEmpty() ? "" : rule.protocol();
        if (rule.portMin() >= 0 && !rule.protocol().equals("icmp")) {
            String last = rule.portMax() == rule.portMin() ? "" : "-" + rule.portMax();
            what += " " + rule.portMin() + last;
        }
        boolean isIngress = rule.direction().equals("ingress");
        String en = what.isEmpty() ? "everything" : what;
        String pt = what.isEmpty() ? "tudo" : what;
        String group =
                NeutronView.group(world, rule.remoteGroup())
                        .map(SecurityGroup::name)
                        .orElse(rule.remoteGroup());
        if (!rule.remoteGroup().isEmpty()) {
            return new Words(
                    en + (isIngress ? " from" : " to") + " members of " + group,
                    pt + (isIngress ? " de" : " para") + " membros de " + group);
        }
        boolean isAny = rule.remotePrefix().isEmpty() || rule.remotePrefix().endsWith("/0");
        String whereEn = isAny ? "anywhere" : rule.remotePrefix();
        String wherePt = isAny ? "qualquer lugar" : rule.remotePrefix();
        return new Words(
                en + (isIngress ? " from " : " to ") + whereEn,
                pt + (isIngress ? " de " : " para ") + wherePt);
    }

    /** What to type so that a packet passes. */
    List<Cure> cures(Port port, String name, boolean isServer, Seen seen) {
        List<Cure> cures = new ArrayList<>();
        Optional<SecurityGroup> fitting = isServer ? fitting(port, seen) : Optional.empty();
        boolean isMeant = fitting.map(group -> !isDefault(group)).orElse(false);
        if (isMeant) {
            fitting.ifPresent(group -> cures.add(join(group, name)));
        }
        own(port)
                .ifPresent(group ->
                        cures.add(
                                Cure.after(
                                        new Words(
                                                "Let it through for all servers of the group "
                                                        + group.name()
                                                        + ":",
                                                "Deixe passar para todos os servidores do grupo "
                                                        + group.name()
                                                        + ":"),
                                        line(group, seen))));
        if (!isMeant) {
            fitting.ifPresent(group -> cures.add(join(group, name)));
        }
        if (cures.isEmpty()) {
            cures.add(
                    Cure.after(
                            new Words("Give it a group:", "Dê um grupo a ele:"),
                            "openstack server add security group "
                                    + Shell.quoted(name)
                                    + " default"));
        }
        return cures;
    }

    private static boolean isDefault(SecurityGroup group) {
        return group.name().equals("default");
    }

    private Cure join(SecurityGroup group, String name) {
        return Cure.after(
                new Words(
                        "The group " + group.name() + " has such a rule:",
                        "O grupo " + group.name() + " tem essa regra:"),
                "openstack server add security group " + Shell.quoted(name) + " " + group(group));
    }

    private String line(SecurityGroup group, Seen seen) {
        String egress = seen.isIngress() ? "" : "--egress ";
        String port = seen.protocol() == Protocol.ICMP ? "" : "--dst-port " + seen.port() + " ";
        return "openstack security group rule create "
                + egress
                + "--protocol "
                + seen.protocol().word()
                + " "
                + port
                + group(group);
    }

    /** The group's name as the client takes it: its id when several have the name. */
    private String group(SecurityGroup group) {
        long count =
                NeutronView.groups(world).stream()
                        .filter(each -> each.name().equals(group.name()))
                        .count();
        return count > 1 ? group.uuid() : Shell.quoted(group.name());
    }

    /** The first own group of a port that is not the project's default, else the first. */
    private Optional<SecurityGroup> own(Port port) {
        Optional<SecurityGroup> first = Optional.empty();
        for (String each : port.groups()) {
            Optional<SecurityGroup> group = NeutronView.group(world, each);
            if (group.isPresent() && !isDefault(group.get())) {
                return group;
            }
            first = first.isPresent() ? first : group;
        }
        return first;
    }

    /** Another group of the project that would let it through. */
    private Optional<SecurityGroup> fitting(Port port, Seen seen) {
        for (SecurityGroup group : NeutronView.groups(world)) {
            if (!group.project().equals(port.project()) || port.groups().contains(group.uuid())) {
                continue;
            }
            for (SecurityGroupRule rule : NeutronView.rules(world, group.uuid())) {
                if (allows(rule, seen)) {
                    return Optional.of(group);
                }
            }
        }
        return Optional.empty();
    }

    private boolean allows(SecurityGroupRule rule, Seen seen) {
        boolean isKind =
                rule.protocol().isEmpty() || rule.protocol().equals(seen.protocol().word());
        boolean isPort =
                rule.portMin() < 0
                        || seen.protocol() == Protocol.ICMP
                        || rule.portMin() <= seen.port() && seen.port() <= rule.portMax();
        boolean isRemote =
                rule.remotePrefix().isEmpty() || Ip4.isIn(seen.remote(), rule.remotePrefix());
        boolean isMember =
                rule.remoteGroup().isEmpty()
                        || NeutronView.ports(world).stream()
                                .filter(p -> p.address().equals(seen.remote()))
                                .anyMatch(p -> p.groups().contains(rule.remoteGroup()));
        return rule.direction().equals(seen.direction())
                && rule.ethertype().equals(IP4)
                && isKind
                && isPort
                && isRemote
                && isMember;
    }

    /** The TCP ports that some rule of some group names, in order. */
    List<Integer> tcpPorts() {
        List<Integer> ports = new ArrayList<>();
        for (SecurityGroupRule rule : NeutronView.rules(world)) {
            OptionalInt port = tcpPort(rule);
            if (port.isPresent() && !ports.contains(port.getAsInt())) {
                ports.add(port.getAsInt());
            }
        }
        ports.sort(Integer::compare);
        return ports;
    }

    private static OptionalInt tcpPort(SecurityGroupRule rule) {
        boolean isTcp = rule.protocol().equals("tcp") || rule.protocol().equals("6");
        return isTcp && rule.direction().equals("ingress") && rule.portMin() > 0
                ? OptionalInt.of(rule.portMin())
                : OptionalInt.empty();
    }
}
