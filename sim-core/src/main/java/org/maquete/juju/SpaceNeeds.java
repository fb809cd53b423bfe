package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.world.World;

/**
 * Whether a machine can get the spaces that it has to be in. Of a machine MAAS is asked for them: a
 * port in each (apiserver/facades/agent/provisioner/provisioninginfo.go of juju 3.6). A container
 * shares the ports of its host, which Juju bridges one by one
 * (network/containerizer/bridgepolicy.go).
 */
final class SpaceNeeds {

    private SpaceNeeds() {}

    /** Why a machine cannot be asked for at all, if so. */
    static Optional<String> impossible(World world, Machine machine) {
        for (String name : SpaceView.wanted(world, machine)) {
            Optional<Space> space = SpaceView.space(world, machine.model(), name);
            if (space.isEmpty()) {
                return wrong("space " + JujuRefusal.quote(name) + " not found");
            }
            if (space.get().subnets().isEmpty()) {
                return wrong(
                        "cannot use space "
                                + JujuRefusal.quote(name)
                                + " as deployment target: no subnets");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(String why) {
        return Optional.of("matching subnets to zones: " + why);
    }

    /** What MAAS is asked for: a port in each space, by number; empty for none. */
    static String interfaces(World world, Machine machine) {
        List<String> ports = new ArrayList<>();
        for (String name : SpaceView.wanted(world, machine)) {
            SpaceView.space(world, machine.model(), name)
                    .filter(space -> !space.providerId().isEmpty())
                    .ifPresent(space -> ports.add(ports.size() + ":space=" + space.providerId()));
        }
        return String.join(";", ports);
    }

    /** Why a container would have no network on this host, if so. */
    static Optional<String> unbridged(World world, Machine container, Machine host) {
        List<String> there = SpaceView.spacesOf(world, host);
        List<String> wanted = SpaceView.wanted(world, container);
        if (wanted.isEmpty() && there.size() > 1) {
            return Optional.of(
                    "no obvious space for container "
                            + JujuRefusal.quote(container.name())
                            + ", host machine has spaces: "
                            + quoted(there));
        }
        List<String> missing = new ArrayList<>();
        for (String name : wanted) {
            if (!there.contains(name)
                    && SpaceView.space(world, container.model(), name).isPresent()) {
                missing.add(name);
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "host machine "
                                + JujuRefusal.quote(host.name())
                                + " has no available device in space(s) "
                                + quoted(missing));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(JujuRefusal::quote).collect(Collectors.joining(", "));
    }

    /** The subnet that a container gets its address from; empty for that of the lab. */
    static String subnet(World world, Machine container) {
        List<String> spaces =
                SpaceView.wanted(world, container).isEmpty()
                        ? List.of()
                        : SpaceView.spacesOf(world, container);
        return spaces.isEmpty()
                ? ""
                : SpaceView.space(world, container.model(), spaces.getFirst())
                        .orElseThrow()
                        .subnets()
                        .getFirst();
    }

    /** The part of constraints that a container takes from its application. */
    static String word(String constraints) {
        String spaces = ConstraintWords.value(constraints, "spaces");
        return spaces.isEmpty() ? "" : "spaces=" + spaces;
    }
}
