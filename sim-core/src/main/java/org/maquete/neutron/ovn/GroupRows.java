package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.neutron.Port;
import org.maquete.neutron.SecurityGroup;
import org.maquete.neutron.SecurityGroupRule;
import org.maquete.ovn.nb.Acl;
import org.maquete.ovn.nb.PortGroup;

/** Security groups, and the group of all ports that drops what no rule allows. */
final class GroupRows {

    static final String DROP = "neutron_pg_drop"; // <name>: yoga, OVN_DROP_PORT_GROUP_NAME
    private static final int PRIORITY_ALLOW = 1002; // <priority>: yoga, ACL_PRIORITY_ALLOW
    private static final int PRIORITY_DROP = 1001; // <priority>: yoga, ACL_PRIORITY_DROP

    private GroupRows() {}

    static List<PortGroup> of(NeutronObjects objects) {
        List<PortGroup> groups = new ArrayList<>();
        groups.add(drop(objects));
        for (SecurityGroup each : objects.groups()) {
            groups.add(group(each, objects));
        }
        return groups;
    }

    private static PortGroup drop(NeutronObjects objects) {
        List<String> ports = new ArrayList<>();
        for (Port port : objects.ports()) {
            if (!NeutronObjects.isTrusted(port)) {
                ports.add(port.uuid());
            }
        }
        List<Acl> acls =
                List.of(
                        new Acl(
                                "to-lport",
                                PRIORITY_DROP,
                                "outport == @" + DROP + " && ip",
                                "drop",
                                new TreeMap<>()),
                        new Acl(
                                "from-lport",
                                PRIORITY_DROP,
                                "inport == @" + DROP + " && ip",
                                "drop",
                                new TreeMap<>()));
        return new PortGroup(DROP, ports, acls, new TreeMap<>());
    }

    private static PortGroup group(SecurityGroup group, NeutronObjects objects) {
        List<String> ports = new ArrayList<>();
        objects.portsOfGroup(group.uuid()).forEach(port -> ports.add(port.uuid()));
        List<Acl> acls = new ArrayList<>();
        TreeSet<String> matches = new TreeSet<>();
        for (SecurityGroupRule rule : objects.rules(group.uuid())) {
            Acl acl = acl(rule, group.stateful());
            if (matches.add(acl.match())) {
                acls.add(acl);
            }
        }
        TreeMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:security_group_id", group.uuid());
        return new PortGroup(name(group.uuid()), ports, acls, ids);
    }

    /** The port group of a security group. */
    static String name(String group) {
        return "pg_" + group.replace('-', '_');
    }

    private static Acl acl(SecurityGroupRule rule, boolean isStateful) {
        TreeMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:security_group_rule_id", rule.uuid());
        return new Acl(
                rule.direction().equals("ingress") ? "to-lport" : "from-lport",
                PRIORITY_ALLOW,
                RuleMatch.of(rule),
                isStateful ? "allow-related" : "allow-stateless",
                ids);
    }
}
