package org.maquete.neutron.ovn;

import java.util.List;
import org.maquete.neutron.SecurityGroupRule;

/** A rule of a security group in OVN's language: {@code common/ovn/acl.py} of neutron yoga. */
final class RuleMatch {

    private static final List<Integer> ICMP = List.of(1, 58);

    private RuleMatch() {}

    static String of(SecurityGroupRule rule) {
        boolean isIngress = rule.direction().equals("ingress");
        String family = rule.ethertype().equals("IPv6") ? "ip6" : "ip4";
        String peer = " && " + family + (isIngress ? ".src == " : ".dst == ");
        StringBuilder match = new StringBuilder(128);
        match.append(isIngress ? "outport" : "inport").append(" == @");
        match.append(GroupRows.name(rule.group())).append(" && ").append(family);
        if (!rule.remotePrefix().isEmpty()) {
            match.append(peer).append(rule.remotePrefix());
        }
        if (!rule.remoteGroup().isEmpty()) {
            String set = GroupRows.name(rule.remoteGroup()) + "_" + family;
            match.append(peer).append('$').append(set);
        }
        protocol(rule, family.equals("ip6") ? "icmp6" : "icmp4", match);
        return match.toString();
    }

    private static void protocol(SecurityGroupRule rule, String icmp, StringBuilder match) {
        String name = rule.protocol();
        if (name.isEmpty()) {
            return;
        }
        int number = Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : number(name);
        switch (number) {
            case 6 -> ports(rule, "tcp", match);
            case 17 -> ports(rule, "udp", match);
            case 132 -> ports(rule, "sctp", match);
            default -> {
                if (ICMP.contains(number)) {
                    type(rule, icmp, match);
                } else {
                    match.append(" && ip.proto == ").append(number);
                }
            }
        }
    }

    private static int number(String name) {
        return switch (name) { // <protocol numbers>: neutron-lib, constants.IP_PROTOCOL_MAP
            case "ah" -> 51;
            case "dccp" -> 33;
            case "egp" -> 8;
            case "esp" -> 50;
            case "gre" -> 47;
            case "icmp" -> 1;
            case "igmp" -> 2;
            case "ipip" -> 4;
            case "ipv6-encap" -> 41;
            case "ipv6-frag" -> 44;
            case "ipv6-nonxt" -> 59;
            case "ipv6-opts" -> 60;
            case "ipv6-route" -> 43;
            case "ospf" -> 89;
            case "pgm" -> 113;
            case "rsvp" -> 46;
            case "sctp" -> 132;
            case "tcp" -> 6;
            case "udp" -> 17;
            case "udplite" -> 136;
            case "vrrp" -> 112;
            case "hopopt", "ip" -> 0;
            case "icmpv6", "ipv6-icmp" -> 58;
            default ->
                    throw new IllegalArgumentException(
                            "expected a protocol that Neutron allows, found " + name);
        };
    }

    private static void ports(SecurityGroupRule rule, String name, StringBuilder match) {
        match.append(" && ").append(name);
        if (rule.portMin() >= 0 && rule.portMin() == rule.portMax()) {
            match.append(" && ").append(name).append(".dst == ").append(rule.portMin());
            return;
        }
        if (rule.portMin() >= 0) {
            match.append(" && ").append(name).append(".dst >= ").append(rule.portMin());
        }
        if (rule.portMax() >= 0) {
            match.append(" && ").append(name).append(".dst <= ").append(rule.portMax());
        }
    }

    private static void type(SecurityGroupRule rule, String icmp, StringBuilder match) {
        match.append(" && ").append(icmp);
        if (rule.portMin() >= 0) {
            match.append(" && ").append(icmp).append(".type == ").append(rule.portMin());
        }
        if (rule.portMax() >= 0) {
            match.append(" && ").append(icmp).append(".code == ").append(rule.portMax());
        }
    }
}
