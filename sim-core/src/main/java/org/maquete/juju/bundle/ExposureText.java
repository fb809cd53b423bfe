package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What juju prints for exposing: core/bundle/changes/changes.go, ExposeChange.Description. */
final class ExposureText {

    private static final String ANYBODY = "CIDRs 0.0.0.0/0 and ::/0";

    private ExposureText() {}

    static List<String> of(BundleApplication application) {
        String name = application.name();
        if (application.exposed().isEmpty()) {
            return List.of("expose all endpoints of " + name + " and allow access from " + ANYBODY);
        }
        Map<String, List<String>> groups = new TreeMap<>();
        Map<String, BundleExposure> first = new TreeMap<>();
        for (BundleExposure exposure : sorted(application.exposed())) {
            String key = exposure.endpoint().isEmpty() ? "" : "of " + from(exposure);
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(exposure.endpoint());
            first.putIfAbsent(key, exposure);
        }
        Map<String, String> lines = new TreeMap<>();
        groups.forEach((key, endpoints) -> {
            BundleExposure exposure = first.getOrDefault(key, application.exposed().getFirst());
            String what =
                    key.isEmpty()
                            ? "expose all endpoints"
                            : "override expose settings for endpoint"
                                    + (endpoints.size() > 1 ? "s " : " ")
                                    + String.join(",", endpoints);
            lines.put(
                    endpoints.getFirst(),
                    what + " of " + name + " and allow access from " + from(exposure));
        });
        return List.copyOf(lines.values());
    }

    private static List<BundleExposure> sorted(List<BundleExposure> exposed) {
        List<BundleExposure> sorted = new ArrayList<>(exposed);
        sorted.sort((a, b) -> a.endpoint().compareTo(b.endpoint()));
        return sorted;
    }

    private static String from(BundleExposure exposure) {
        String spaces = counted("space", exposure.spaces());
        String cidrs = counted("CIDR", exposure.cidrs());
        if (spaces.isEmpty() && cidrs.isEmpty()) {
            return ANYBODY;
        }
        return spaces + (spaces.isEmpty() || cidrs.isEmpty() ? "" : " and ") + cidrs;
    }

    private static String counted(String noun, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String list = String.join(",", names.stream().sorted().toList());
        return noun + (names.size() > 1 ? "s " : " ") + list;
    }
}
