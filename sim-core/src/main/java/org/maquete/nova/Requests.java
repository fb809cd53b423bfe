package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.nova.scheduler.ImageProperties;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.world.World;

/** What nova-scheduler is asked: the RequestSpec of a server. */
final class Requests {

    private Requests() {}

    /** The request for so many servers like one. */
    static RequestSpec spec(World world, ComputeHosts.Wish wish, int instanceCount) {
        Server server = wish.server();
        RequestSpec.Image image =
                new RequestSpec.Image(
                        server.image(), ImageProperties.known(imageProperties(world, server)));
        BuildWish build = wish.build();
        RequestSpec.Shape shape =
                new RequestSpec.Shape(
                        flavor(wish.flavor(), server),
                        image,
                        wishes(wish),
                        build.hintsByKey(),
                        server.project());
        return new RequestSpec(shape, group(world, server), server.uuid(), instanceCount);
    }

    private static RequestSpec.Flavor flavor(Flavor flavor, Server server) {
        return new RequestSpec.Flavor(
                flavor.name(),
                flavor.vcpus(),
                flavor.ramMib(),
                NovaView.bootsFromVolume(server) ? 0 : flavor.diskGib(),
                flavor.ephemeralGib(),
                flavor.swapMib(),
                flavor.extraSpecs());
    }

    /** The properties of a server's image as Glance has them; none when there is none. */
    static Map<String, String> imageProperties(World world, Server server) {
        Optional<Image> image = GlanceView.image(world, server.image());
        if (image.isEmpty() || image.get().draft().properties().isEmpty()) {
            return Map.of();
        }
        Map<String, String> byName = new TreeMap<>();
        for (String each : image.get().draft().properties()) {
            int equals = each.indexOf('=');
            byName.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return byName;
    }

    private static RequestSpec.Wishes wishes(ComputeHosts.Wish wish) {
        BuildWish build = wish.build();
        BuildWish.Place wanted =
                wish.wanted().isEmpty()
                        ? build.wanted()
                        : new BuildWish.Place(wish.wanted(), wish.wanted());
        boolean none =
                wish.ignored().isEmpty()
                        && wanted.isAny()
                        && build.forced().isAny()
                        && build.zone().isEmpty();
        if (none) {
            return RequestSpec.Wishes.NONE;
        }
        // a hypervisor is named as its host is: with either of them the host is known
        String host = wanted.host().isEmpty() ? wanted.node() : wanted.host();
        Optional<RequestSpec.Destination> destination =
                wanted.isAny()
                        ? Optional.empty()
                        : Optional.of(new RequestSpec.Destination(host, wanted.node(), "", false));
        return new RequestSpec.Wishes(
                build.zone(),
                wish.ignored(),
                one(build.forced().host()),
                one(build.forced().node()),
                destination);
    }

    private static List<String> one(String name) {
        return name.isEmpty() ? List.of() : List.of(name);
    }

    /** The group of which a server is a member, with the hosts where the others are. */
    static Optional<RequestSpec.Group> group(World world, Server server) {
        for (ServerGroup each : world.table(NovaView.GROUPS)) {
            if (each.members().contains(server.uuid())) {
                List<String> hosts = new ArrayList<>();
                for (String member : each.members()) {
                    NovaView.server(world, member)
                            .map(Server::host)
                            .filter(host -> !host.isEmpty() && !hosts.contains(host))
                            .ifPresent(hosts::add);
                }
                return Optional.of(
                        new RequestSpec.Group(
                                each.policy(), each.members(), hosts, each.maxServersPerHost()));
            }
        }
        return Optional.empty();
    }

    /** Whether the answer depends on which servers are on a host. */
    static boolean looksAtServers(RequestSpec spec) {
        return spec.group().isPresent()
                || spec.shape().hasHint("same_host")
                || spec.shape().hasHint("different_host");
    }
}
