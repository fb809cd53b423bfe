package org.maquete.horizon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.cinder.CinderView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.keystone.KeystoneView;
import org.maquete.keystone.client.Endpoint;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.neutron.NeutronView;
import org.maquete.nova.NovaView;
import org.maquete.world.World;

/**
 * What the page shows for a project.
 *
 * @param problems what stands above it, or instead of it
 * @param sections the Limit Summary
 */
public record Overview(List<String> problems, List<Section> sections) {

    private static final String CHARM = "openstack-dashboard";

    public Overview {
        problems = List.copyOf(problems);
        sections = List.copyOf(sections);
    }

    /** A heading and its circles. */
    public record Section(String title, List<Chart> charts) {
        public Section {
            charts = List.copyOf(charts);
        }
    }

    /**
     * A circle.
     *
     * @param name {@code VCPUs}
     * @param phrase {@code Used 1 of 20}
     * @param quota what the service has answered
     */
    public record Chart(String name, String phrase, QuotaUsage quota) {}

    /** The page for the project with this id. */
    public static Overview of(World world, String project) {
        Optional<String> unreachable = unreachable(world);
        if (unreachable.isPresent()) {
            return new Overview(List.of(unreachable.get()), List.of());
        }
        List<String> problems = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        // usage/base.py: one service that does not answer takes all limits along
        boolean all = answers(world, "compute", problems);
        all &= answers(world, "volumev3", problems);
        all &= answers(world, "network", problems);
        if (all) {
            sections.add(new Section("Compute", compute(world, project)));
            sections.add(
                    new Section(
                            "Volume", has(world, "volumev3") ? volume(world, project) : List.of()));
            if (has(world, "network")) {
                sections.add(new Section("Network", network(world, project)));
            }
        } else {
            problems.add("Error: Unable to retrieve limits information.");
        }
        return new Overview(problems, sections);
    }

    /** What a browser meets instead of a page. */
    private static Optional<String> unreachable(World world) {
        List<Unit> units = JujuView.unitsOfCharm(world, CHARM);
        if (units.isEmpty()) {
            return Optional.of("No openstack-dashboard is deployed.");
        }
        Unit unit = units.getFirst();
        String url = "http://" + unit.address() + "/horizon";
        return switch (KeystoneView.reaches(world, unit)) {
            case NO_ROUTE -> Optional.of(url + ": No route to host");
            case REFUSED -> Optional.of(url + ": Connection refused");
            case UP ->
                    KeystoneView.reaches(world, "identity")
                                    .filter(state -> state == Endpoint.State.UP)
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of("Unable to establish connection to keystone endpoint.");
        };
    }

    private static boolean has(World world, String type) {
        return KeystoneView.reaches(world, type).isPresent();
    }

    private static boolean answers(World world, String type, List<String> problems) {
        boolean answers =
                KeystoneView.reaches(world, type)
                        .map(state -> state == Endpoint.State.UP)
                        .orElse(true);
        if (!answers && type.equals("compute")) {
            problems.add("Error: Unable to retrieve usage information.");
        }
        return answers;
    }

    private static List<Chart> compute(World world, String project) {
        List<QuotaUsage> quotas = NovaView.quotas(world, project);
        QuotaUsage ram = find(quotas, "ram");
        return List.of(
                used("Instances", find(quotas, "instances")),
                used("VCPUs", find(quotas, "cores")),
                chart("RAM", "Used", ram, size(ram.inUse() << 20), size(ram.limit() << 20)));
    }

    private static List<Chart> volume(World world, String project) {
        List<QuotaUsage> quotas = CinderView.quotas(world, project);
        QuotaUsage gib = find(quotas, "gigabytes");
        return List.of(
                used("Volumes", find(quotas, "volumes")),
                used("Volume Snapshots", find(quotas, "snapshots")),
                chart(
                        "Volume Storage",
                        "Used",
                        gib,
                        size(gib.inUse() << 30),
                        size(gib.limit() << 30)));
    }

    private static List<Chart> network(World world, String project) {
        List<QuotaUsage> quotas = NeutronView.quotas(world, project);
        QuotaUsage addresses = find(quotas, "floating_ips");
        return List.of(
                chart(
                        "Floating IPs",
                        "Allocated",
                        addresses,
                        number(addresses.inUse()),
                        number(addresses.limit())),
                used("Security Groups", find(quotas, "security_groups")),
                used("Security Group Rules", find(quotas, "security_group_rules")),
                used("Networks", find(quotas, "networks")),
                used("Ports", find(quotas, "ports")),
                used("Routers", find(quotas, "routers")));
    }

    private static QuotaUsage find(List<QuotaUsage> quotas, String resource) {
        for (QuotaUsage each : quotas) {
            if (each.resource().equals(resource)) {
                return each;
            }
        }
        throw new IllegalStateException("expected a quota of " + resource + ", found " + quotas);
    }

    private static Chart used(String name, QuotaUsage quota) {
        return chart(name, "Used", quota, number(quota.inUse()), number(quota.limit()));
    }

    private static Chart chart(
            String name, String verb, QuotaUsage quota, String used, String available) {
        String of = quota.limit() < 0 ? " (No Limit)" : " of " + available;
        return new Chart(name, verb + " " + used + of, quota);
    }

    /** Django's intcomma. */
    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1.5GB}: horizon/templatetags/sizeformat.py, float_format. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + "B";
        }
        String[] units = {"KB", "MB", "GB", "TB", "PB"};
        double value = bytes;
        int unit = -1;
        while (value >= 1024 && unit + 1 < units.length) {
            value /= 1024;
            unit++;
        }
        // Python rounds halves to even, and so does this; a whole number has no decimals
        double rounded = Math.rint(value * 10) / 10;
        boolean whole = rounded == Math.rint(rounded);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", rounded) + units[unit];
    }

    /** The page as text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String each : problems) {
            text.append(each).append('\n');
        }
        if (!sections.isEmpty()) {
            text.append("Limit Summary\n");
        }
        for (Section section : sections) {
            text.append(section.title()).append('\n');
            for (Chart chart : section.charts()) {
                text.append("  ").append(chart.name());
                text.append(" ".repeat(Math.max(1, 22 - chart.name().length())));
                text.append(chart.phrase()).append('\n');
            }
        }
        return text.toString();
    }
}
