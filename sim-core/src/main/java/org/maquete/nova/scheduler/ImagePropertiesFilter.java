package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * ImagePropertiesFilter: architecture, hypervisor type and mode of the image have to be among one
 * triple that the hypervisor supports, and its version has to satisfy the image's predicate.
 *
 * @param architecture image_properties_default_architecture; empty: none
 */
record ImagePropertiesFilter(String architecture) implements HostFilter.OnceAndOnRebuild {

    @Override
    public String name() {
        return "ImagePropertiesFilter";
    }

    @Override
    public IntPredicate over(HostStates hosts, RequestSpec spec) {
        List<String> wanted = wanted(spec);
        if (wanted.isEmpty()) {
            return i -> true;
        }
        Optional<String> version =
                Optional.ofNullable(
                        spec.shape().image().properties().get("img_hv_requested_version"));
        return i -> supports(hosts.host(i).hypervisor(), wanted, version);
    }

    private List<String> wanted(RequestSpec spec) {
        Map<String, String> image = spec.shape().image().properties();
        List<String> wanted = new ArrayList<>(3);
        add(
                ImageProperties.architecture(image.getOrDefault("hw_architecture", architecture)),
                wanted);
        add(ImageProperties.hypervisor(image.getOrDefault("img_hv_type", "")), wanted);
        add(ImageProperties.mode(image.getOrDefault("hw_vm_mode", "")), wanted);
        return wanted;
    }

    private static void add(String value, List<String> wanted) {
        if (!value.isEmpty()) {
            wanted.add(value);
        }
    }

    private static boolean supports(
            Host.Hypervisor hypervisor, List<String> wanted, Optional<String> version) {
        for (List<String> triple : hypervisor.supported()) {
            if (triple.containsAll(wanted)) {
                boolean fits =
                        version.isEmpty()
                                || hypervisor.version() == 0
                                || VersionPredicate.satisfied(version.get(), hypervisor.version());
                if (fits) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String why(HostStates hosts, RequestSpec spec, int host) {
        Host.Hypervisor hypervisor = hosts.host(host).hypervisor();
        String version =
                spec.shape().image().properties().getOrDefault("img_hv_requested_version", "");
        return "the image wants "
                + String.join(", ", wanted(spec))
                + (version.isEmpty() ? "" : " and version " + version.toLowerCase(Locale.ROOT))
                + ", the hypervisor supports "
                + hypervisor.supported()
                + " and has version "
                + VersionPredicate.text(hypervisor.version());
    }
}
