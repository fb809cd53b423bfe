package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** {@code availability zone list}: the zones of Nova, Cinder and Neutron, one after the other. */
final class ZoneVerbs {

    private ZoneVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.asking("compute", "volumev3?", "network?")
                        .verb("availability zone list", ZoneVerbs::list));
    }

    private static Deed list(Line line, Session session, World world) {
        boolean all = !line.flag("compute") && !line.flag("volume") && !line.flag("network");
        List<List<Cell>> rows = new ArrayList<>();
        if (all || line.flag("compute")) {
            compute(line, session, world, rows);
        }
        boolean volumes = line.cloud().endpoint("volumev3").isPresent();
        if (volumes && (all || line.flag("volume"))) {
            rows.add(row(line, Zones.DEFAULT, "available"));
        }
        // Neutron has none: its driver for OVN lists the zones of gateway chassis, to which the
        // charm
        // gives none (neutron yoga, ml2 ovn mech_driver.py, list_availability_zones)
        List<String> columns = new ArrayList<>(List.of("Zone Name", "Zone Status"));
        if (line.flag("long")) {
            columns.addAll(List.of("Zone Resource", "Host Name", "Service Name", "Service Status"));
        }
        return new Deed.Say(line.list(columns, rows));
    }

    private static List<Cell> row(Line line, String zone, String status) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(zone), Cell.of(status)));
        if (line.flag("long")) {
            row.addAll(List.of(Cell.of(""), Cell.of(""), Cell.of(""), Cell.of("")));
        }
        return row;
    }

    /** An administrator sees the zone of the controllers too, and who serves in each. */
    private static void compute(Line line, Session session, World world, List<List<Cell>> rows) {
        Zones.Known known = Zones.known(world);
        for (String zone : known.available()) {
            boolean hidden = !line.cloud().admin() && zone.equals(Zones.INTERNAL);
            if (line.flag("long") && line.cloud().admin()) {
                services(zone, session, world, rows);
            } else if (!hidden) {
                rows.add(row(line, zone, "available"));
            }
        }
        for (String zone : known.others()) {
            rows.add(row(line, zone, "not available"));
        }
    }

    private static void services(String zone, Session session, World world, List<List<Cell>> rows) {
        TreeSet<String> hosts = new TreeSet<>();
        for (ComputeVerbs.Service each : ComputeVerbs.all(world)) {
            if (each.zone(world).equals(zone) && !each.isDisabled(world)) {
                hosts.add(each.host());
            }
        }
        for (String host : hosts) {
            for (ComputeVerbs.Service each : ComputeVerbs.all(world)) {
                if (each.host().equals(host) && !each.isDisabled(world)) {
                    rows.add(service(zone, each, session.nowNs(), world));
                }
            }
        }
    }

    private static List<Cell> service(
            String zone, ComputeVerbs.Service service, long nowNs, World world) {
        boolean up = ComputeService.isUp(world, service.binary(), service.host(), nowNs);
        long seenNs = ComputeService.lastReportNs(world, service.binary(), service.host(), nowNs);
        String status = "enabled " + (up ? ":-)" : "XXX") + " " + Stamp.micros(seenNs);
        return List.of(
                Cell.of(zone),
                Cell.of("available"),
                Cell.of(""),
                Cell.of(service.host()),
                Cell.of(service.binary()),
                Cell.of(status));
    }
}
