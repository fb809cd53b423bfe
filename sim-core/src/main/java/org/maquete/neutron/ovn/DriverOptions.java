package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.world.World;

/**
 * What neutron-server's configuration files say to the driver.
 *
 * @param leaseS how long an address is leased, in seconds
 * @param dnsDomain Neutron's {@code dns_domain}; {@code openstacklocal} is none
 * @param dnsServers for subnets that name none themselves
 * @param isDistributed whether the instance's own chassis translates its floating address
 */
record DriverOptions(int leaseS, String dnsDomain, List<String> dnsServers, boolean isDistributed) {

    static final String NO_DOMAIN = "openstacklocal"; // <domain>: neutron yoga, conf/common.py
    private static final int LEASE_S = 43200; // <s>: neutron yoga, dhcp_default_lease_time

    DriverOptions {
        dnsServers = List.copyOf(dnsServers);
    }

    /** As the charms write them. */
    static DriverOptions of(World world) {
        Optional<Application> plugin = application(world, "neutron-api-plugin-ovn");
        Optional<Application> api = application(world, "neutron-api");
        String lease = option(world, plugin, "dhcp-default-lease-time");
        List<String> servers = new ArrayList<>();
        for (String each : option(world, plugin, "dns-servers").strip().split("[\\s,]+", -1)) {
            if (!each.isEmpty()) {
                servers.add(each);
            }
        }
        boolean hasDns = option(world, api, "enable-ml2-dns").equalsIgnoreCase("true");
        return new DriverOptions(
                lease.matches("[0-9]{1,9}") ? Integer.parseInt(lease) : LEASE_S,
                hasDns ? option(world, api, "dns-domain") : NO_DOMAIN,
                servers,
                option(world, plugin, "enable-distributed-floating-ip").equalsIgnoreCase("true"));
    }

    private static Optional<Application> application(World world, String charm) {
        return JujuView.unitsOfCharm(world, charm).stream()
                .findFirst()
                .flatMap(unit -> JujuView.application(world, unit.model(), unit.application()));
    }

    private static String option(World world, Optional<Application> application, String name) {
        return application.map(each -> JujuView.config(world, each, name)).orElse("");
    }
}
