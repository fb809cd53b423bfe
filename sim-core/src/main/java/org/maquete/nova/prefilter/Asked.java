package org.maquete.nova.prefilter;

import java.util.List;
import java.util.Map;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.RequestSpec;

/**
 * A request with what the request filters look up about it.
 *
 * @param shape flavor, image, wishes, hints, project
 * @param image the image's properties as Glance has them, with its traits
 * @param diskFormat the image's format, as {@code qcow2}
 * @param bootsFromVolume whether it has no image on the host
 * @param aggregates all host aggregates
 * @param nodes the compute nodes
 */
public record Asked(
        RequestSpec.Shape shape,
        Map<String, String> image,
        String diskFormat,
        boolean bootsFromVolume,
        List<Host.HostAggregate> aggregates,
        List<Node> nodes) {

    public Asked {
        image = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(image));
        aggregates = List.copyOf(aggregates);
        nodes = List.copyOf(nodes);
    }

    /** A compute node: its nova-compute, its name, the uuid of its provider. */
    public record Node(String host, String name, String uuid) {}

    /** A property of the image, or empty. */
    String imageText(String name) {
        return image.getOrDefault(name, "");
    }

    /** An extra spec of the flavor, or empty. */
    String flavorText(String name) {
        return shape.flavor().extraSpecs().getOrDefault(name, "");
    }

    /** What the flavor says, otherwise the image. */
    String either(String flavorName, String imageName) {
        String flavor = flavorText(flavorName);
        return flavor.isEmpty() ? imageText(imageName) : flavor;
    }
}
