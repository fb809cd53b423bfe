package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the scheduler's options out of a nova.conf, or out of the options of the charm
 * nova-cloud-controller. What is not the scheduler's is passed over; what is wrong is listed.
 */
public final class NovaConf {

    /** What was read. */
    public record Read(SchedulerOptions options, List<String> problems) {

        public Read {
            problems = List.copyOf(problems);
        }
    }

    private static final List<String> SECTIONS =
            List.of("filter_scheduler", "scheduler", "metrics");

    private NovaConf() {}

    /** Reads the text of a nova.conf, as oslo.config reads it: a later value wins. */
    public static Read read(String text) {
        SchedulerOptions options = SchedulerOptions.defaults();
        List<String> problems = new ArrayList<>();
        String section = "";
        String name = "";
        StringBuilder value = new StringBuilder();
        int number = 0;
        int began = 0;
        for (String line : (text + "\n[end]").split("\n", -1)) {
            number++;
            boolean goesOn = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
                continue;
            }
            if (goesOn && !name.isEmpty()) {
                value.append(bare);
                continue;
            }
            put(options, section, name, value.toString(), began, problems);
            name = "";
            int colon = separator(bare);
            if (bare.startsWith("[") && bare.endsWith("]")) {
                section = bare.substring(1, bare.length() - 1);
            } else if (colon > 0) {
                name = bare.substring(0, colon).strip();
                value = new StringBuilder(unquoted(bare.substring(colon + 1).strip()));
                began = number;
            } else {
                problems.add("line " + number + ": expected name = value, found \"" + bare + "\"");
            }
        }
        return new Read(options, problems);
    }

    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || colon >= 0 && colon < equals ? colon : equals;
    }

    private static String unquoted(String text) {
        boolean quoted =
                text.length() > 1
                        && text.charAt(0) == text.charAt(text.length() - 1)
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static void put(
            SchedulerOptions options,
            String section,
            String name,
            String value,
            int line,
            List<String> problems) {
        String full = section + "." + name;
        if (name.isEmpty() || !SECTIONS.contains(section) && !options.knows(full)) {
            return;
        }
        String wrong = options.set(full, value);
        if (!wrong.isEmpty()) {
            problems.add("line " + line + ": " + full + ": " + wrong + "\nMaybe it is misspelt.");
        }
    }

    /**
     * The options as the charm renders them.
     *
     * @param charm the set options of nova-cloud-controller
     */
    public static SchedulerOptions ofCharm(Map<String, String> charm) {
        SchedulerOptions options = SchedulerOptions.defaults();
        options.set(
                "filter_scheduler.enabled_filters",
                text(charm, "scheduler-default-filters").orElse(SchedulerOptions.CHARM_FILTERS));
        boolean skips = text(charm, "skip-hosts-with-build-failures").orElse("").matches("[Tt]rue");
        if (!skips) {
            options.set("filter_scheduler.build_failure_weight_multiplier", "0.0");
        }
        options.set("scheduler.discover_hosts_in_cells_interval", "30");
        copy(charm, "scheduler-host-subset-size", "filter_scheduler.host_subset_size", options);
        copy(charm, "scheduler-max-attempts", "scheduler.max_attempts", options);
        copy(
                charm,
                "limit-tenants-to-placement-aggregate",
                "scheduler.limit_tenants_to_placement_aggregate",
                options);
        copy(
                charm,
                "placement-aggregate-required-for-tenants",
                "scheduler.placement_aggregate_required_for_tenants",
                options);
        return options;
    }

    private static void copy(
            Map<String, String> charm, String option, String name, SchedulerOptions options) {
        text(charm, option).ifPresent(value -> options.set(name, value));
    }

    private static Optional<String> text(Map<String, String> charm, String option) {
        return Optional.ofNullable(charm.get(option)).filter(text -> !text.isBlank());
    }
}
