package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of nova.conf on which a choice of hosts depends: {@code section.name} to text, with
 * Nova's defaults where nothing is set. Read by {@link NovaConf}.
 */
public final class SchedulerOptions {

    /** The filters that the charm enables; nova-cloud-controller stable/yoga, charmhelpers. */
    public static final String CHARM_FILTERS =
            "AvailabilityZoneFilter,ComputeFilter,ComputeCapabilitiesFilter,ImagePropertiesFilter,"
                    + "ServerGroupAntiAffinityFilter,ServerGroupAffinityFilter,"
                    + "DifferentHostFilter,SameHostFilter";

    /** What kind of value an option takes. */
    enum Kind {
        TEXT("a text"),
        LIST("a list"),
        NUMBER("a number"),
        SHARE("a number from 0"),
        WHOLE("a whole number"),
        COUNT("a whole number from 1"),
        TRUTH("true or false");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }
    }

    private record Known(Kind kind, String otherwise) {}

    // Names, kinds and defaults: nova yoga, conf/scheduler.py, conf/availability_zone.py,
    // conf/service.py
    private static final String KNOWN =
            """
            DEFAULT.default_availability_zone TEXT nova
            DEFAULT.service_down_time WHOLE 60
            filter_scheduler.aggregate_image_properties_isolation_namespace TEXT
            filter_scheduler.aggregate_image_properties_isolation_separator TEXT .
            filter_scheduler.available_filters LIST nova.scheduler.filters.all_filters
            filter_scheduler.build_failure_weight_multiplier NUMBER 1000000.0
            filter_scheduler.cpu_weight_multiplier NUMBER 1.0
            filter_scheduler.cross_cell_move_weight_multiplier NUMBER 1000000.0
            filter_scheduler.disk_weight_multiplier NUMBER 1.0
            filter_scheduler.enabled_filters LIST ComputeFilter,ComputeCapabilitiesFilter,\
            ImagePropertiesFilter,ServerGroupAntiAffinityFilter,ServerGroupAffinityFilter
            filter_scheduler.host_subset_size COUNT 1
            filter_scheduler.image_properties_default_architecture TEXT
            filter_scheduler.io_ops_weight_multiplier NUMBER -1.0
            filter_scheduler.isolated_hosts LIST
            filter_scheduler.isolated_images LIST
            filter_scheduler.max_instances_per_host COUNT 50
            filter_scheduler.max_io_ops_per_host WHOLE 8
            filter_scheduler.pci_weight_multiplier SHARE 1.0
            filter_scheduler.ram_weight_multiplier NUMBER 1.0
            filter_scheduler.restrict_isolated_hosts_to_isolated_images TRUTH true
            filter_scheduler.shuffle_best_same_weighed_hosts TRUTH false
            filter_scheduler.soft_affinity_weight_multiplier SHARE 1.0
            filter_scheduler.soft_anti_affinity_weight_multiplier SHARE 1.0
            filter_scheduler.track_instance_changes TRUTH true
            filter_scheduler.weight_classes LIST nova.scheduler.weights.all_weighers
            metrics.required TRUTH true
            metrics.weight_multiplier NUMBER 1.0
            metrics.weight_of_unavailable NUMBER -10000.0
            metrics.weight_setting LIST
            scheduler.discover_hosts_in_cells_interval WHOLE -1
            scheduler.enable_isolated_aggregate_filtering TRUTH false
            scheduler.image_metadata_prefilter TRUTH false
            scheduler.limit_tenants_to_placement_aggregate TRUTH false
            scheduler.max_attempts COUNT 3
            scheduler.max_placement_results COUNT 1000
            scheduler.placement_aggregate_required_for_tenants TRUTH false
            scheduler.query_placement_for_availability_zone TRUTH true
            scheduler.query_placement_for_image_type_support TRUTH false
            scheduler.query_placement_for_routed_network_aggregates TRUTH false
            scheduler.workers WHOLE 1
            """;

    private final TreeMap<String, Known> known = new TreeMap<>();
    private final TreeMap<String, String> texts = new TreeMap<>();

    private SchedulerOptions() {
        for (String line : KNOWN.strip().split("\n", -1)) {
            String[] words = line.split(" ", 3);
            String otherwise = words.length == 3 ? words[2] : "";
            known.put(words[0], new Known(Kind.valueOf(words[1]), otherwise));
        }
    }

    /** Nova's defaults. */
    public static SchedulerOptions defaults() {
        return new SchedulerOptions();
    }

    /**
     * Nova's defaults but for these.
     *
     * @param values {@code section.name} to the text as in nova.conf; all known and well formed
     */
    public static SchedulerOptions of(Map<String, String> values) {
        SchedulerOptions options = new SchedulerOptions();
        for (Map.Entry<String, String> each : values.entrySet()) {
            String wrong = options.set(each.getKey(), each.getValue());
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(each.getKey() + ": " + wrong);
            }
        }
        return options;
    }

    /** Sets an option; gives what is wrong, or the empty text. */
    String set(String name, String text) {
        Known option = known.get(name);
        if (option == null) {
            return "expected an option of the scheduler, found none of that name";
        }
        String value = text.strip();
        boolean good =
                switch (option.kind()) {
                    case TEXT, LIST -> true;
                    case NUMBER -> isNumber(value);
                    case SHARE -> isNumber(value) && !value.startsWith("-");
                    case COUNT -> value.matches("[1-9][0-9]{0,8}");
                    case WHOLE -> value.matches("-?[0-9]{1,9}");
                    case TRUTH -> !truths(value).isEmpty();
                };
        if (!good) {
            return "expected " + option.kind().expected + ", found \"" + text + "\"";
        }
        texts.put(name, value);
        return "";
    }

    boolean knows(String name) {
        return known.containsKey(name);
    }

    private static boolean isNumber(String text) {
        try {
            PythonValues.toFloat(text);
            return true;
        } catch (SchedulingError notOne) {
            return false;
        }
    }

    /** As oslo.config reads a truth value. */
    private static List<Boolean> truths(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1", "on", "yes" -> List.of(true);
            case "false", "0", "off", "no" -> List.of(false);
            default -> List.of();
        };
    }

    /** The text of an option. */
    public String text(String name) {
        Known option = known.get(name);
        if (option == null) {
            throw new IllegalArgumentException(
                    "expected an option of the scheduler, found " + name);
        }
        return texts.getOrDefault(name, option.otherwise());
    }

    /** Elements between commas, stripped; none for the empty text. */
    public List<String> list(String name) {
        List<String> elements = new ArrayList<>();
        for (String each : text(name).split(",", -1)) {
            if (!each.isBlank()) {
                elements.add(each.strip());
            }
        }
        return List.copyOf(elements);
    }

    public double number(String name) {
        return PythonValues.toFloat(text(name));
    }

    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    public boolean truth(String name) {
        return truths(text(name)).getFirst();
    }
}
