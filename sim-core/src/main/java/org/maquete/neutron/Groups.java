package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about security groups and their rules. */
final class Groups {

    private static final List<String> ETHERTYPES = List.of("IPv4", "IPv6");

    // Protocol names: neutron yoga, extensions/securitygroup.py, as its refusal lists them
    private static final List<String> PROTOCOLS =
            List.of(
                    "ah",
                    "dccp",
                    "egp",
                    "esp",
                    "gre",
                    "hopopt",
                    "icmp",
                    "igmp",
                    "ip",
                    "ipip",
                    "ipv6-encap",
                    "ipv6-frag",
                    "ipv6-icmp",
                    "icmpv6",
                    "ipv6-nonxt",
                    "ipv6-opts",
                    "ipv6-route",
                    "ospf",
                    "pgm",
                    "rsvp",
                    "sctp",
                    "tcp",
                    "udp",
                    "udplite",
                    "vrrp");

    private Groups() {}

    /** The group {@code default} of a project: made with the first thing the project makes. */
    static Optional<SecurityGroup> defaultOf(String project, World world) {
        return NeutronView.groups(world).stream()
                .filter(g -> g.project().equals(project) && g.name().equals("default"))
                .findFirst();
    }

    /** The id of the project's default group, which is made if need be. */
    static String ensureDefault(String project, World world, Outcome out) {
        Optional<SecurityGroup> there = defaultOf(project, world);
        if (there.isPresent()) {
            return there.get().uuid();
        }
        String uuid = Ids.uuid(world, NeutronTables.GROUPS, project + " default", out);
        out.fact(
                new SecurityGroupCreated(uuid, project, "default", "Default security group", true));
        egress(uuid, project, world, out);
        for (String ethertype : ETHERTYPES) {
            out.fact(rule(world, out, uuid, project, "ingress", ethertype, uuid));
        }
        return uuid;
    }

    private static void egress(String group, String project, World world, Outcome out) {
        for (String ethertype : ETHERTYPES) {
            out.fact(rule(world, out, group, project, "egress", ethertype, ""));
        }
    }

    private static SecurityGroupRuleCreated rule(
            World world,
            Outcome out,
            String group,
            String project,
            String direction,
            String ethertype,
            String remoteGroup) {
        String uuid = Ids.uuid(world, NeutronTables.RULES, group + direction + ethertype, out);
        return new SecurityGroupRuleCreated(
                uuid, project, group, direction, ethertype, "", -1, -1, "", remoteGroup, "");
    }

    static void create(CreateSecurityGroup command, World world, Outcome out) {
        if (command.name().equals("default")) {
            out.refuse(Refusal.of("409", "Default security group already exists."));
            return;
        }
        // the default group counts, also when this command makes it
        long used =
                Quotas.used(world, Quotas.Resource.SECURITY_GROUP, command.project())
                        + (defaultOf(command.project(), world).isPresent() ? 0 : 1);
        Optional<Refusal> quota = Quotas.exceeded(world, Quotas.Resource.SECURITY_GROUP, used);
        if (quota.isPresent()) {
            out.refuse(quota.get());
            return;
        }
        ensureDefault(command.project(), world, out);
        String uuid =
                Ids.uuid(
                        world, NeutronTables.GROUPS, command.project() + " " + command.name(), out);
        out.fact(
                new SecurityGroupCreated(
                        uuid,
                        command.project(),
                        command.name(),
                        command.description(),
                        command.stateful()));
        egress(uuid, command.project(), world, out);
        out.answer(Answer.of(uuid));
    }

    static void createRule(CreateSecurityGroupRule command, World world, Outcome out) {
        Optional<Refusal> refusal = check(command, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String name =
                String.join(
                        " ",
                        command.group(),
                        command.direction(),
                        command.ethertype(),
                        command.protocol(),
                        command.portMin() + ":" + command.portMax(),
                        command.remotePrefix(),
                        command.remoteGroup());
        String uuid = Ids.uuid(world, NeutronTables.RULES, name, out);
        out.fact(
                new SecurityGroupRuleCreated(
                        uuid,
                        command.project(),
                        command.group(),
                        command.direction(),
                        command.ethertype(),
                        command.protocol(),
                        command.portMin(),
                        command.portMax(),
                        command.remotePrefix(),
                        command.remoteGroup(),
                        command.description()));
        out.answer(Answer.of(uuid));
    }

    private static Optional<Refusal> check(CreateSecurityGroupRule command, World world) {
        Optional<Refusal> words = checkWords(command);
        if (words.isPresent()) {
            return words;
        }
        for (SecurityGroupRule rule : NeutronView.rules(world, command.group())) {
            if (isSame(rule, command)) {
                return Optional.of(
                        Refusal.of(
                                "409",
                                "Security group rule already exists. Rule id is "
                                        + rule.uuid()
                                        + "."));
            }
        }
        return Quotas.exceeded(world, Quotas.Resource.SECURITY_GROUP_RULE, command.project());
    }

    private static boolean isSame(SecurityGroupRule rule, CreateSecurityGroupRule command) {
        return rule.direction().equals(command.direction())
                && rule.ethertype().equals(command.ethertype())
                && rule.protocol().equals(command.protocol())
                && rule.portMin() == command.portMin()
                && rule.portMax() == command.portMax()
                && rule.remotePrefix().equals(command.remotePrefix())
                && rule.remoteGroup().equals(command.remoteGroup());
    }

    private static Optional<Refusal> checkWords(CreateSecurityGroupRule command) {
        String protocol = command.protocol();
        boolean number = protocol.matches("[0-9]{1,3}") && Integer.parseInt(protocol) <= 255;
        if (!protocol.isEmpty() && !number && !PROTOCOLS.contains(protocol)) {
            String known = String.join("', '", PROTOCOLS);
            return refusal(
                    "Security group rule protocol "
                            + protocol
                            + " not supported. Only protocol"
                            + " values [None, '"
                            + known
                            + "'] and integer representations"
                            + " [0 to 255] are supported.");
        }
        for (int port : List.of(command.portMin(), command.portMax())) {
            if (port > 65535) {
                return refusal("Invalid value for port " + port);
            }
        }
        if (protocol.isEmpty() && command.portMin() >= 0) {
            return refusal("Must also specify protocol if port range is given.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String message) {
        return Optional.of(Refusal.of("400", message));
    }
}
