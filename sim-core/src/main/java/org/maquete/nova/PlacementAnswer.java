package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.nova.prefilter.Asked;
import org.maquete.nova.prefilter.RequestFilters;
import org.maquete.nova.prefilter.ResourceRequest;
import org.maquete.nova.scheduler.Candidates;
import org.maquete.nova.scheduler.Host;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.SchedulerOptions;
import org.maquete.placement.CandidateRequest;
import org.maquete.placement.PlacementView;
import org.maquete.placement.ResourceProvider;
import org.maquete.world.World;

/**
 * What Placement answers to a request, after the request filters.
 *
 * @param candidates who can serve it, in order of the units
 * @param reason what Nova says of it when there is none
 * @param query as it was sent; empty: Placement was not asked
 * @param why for each of the others why it cannot
 * @param flavor what one server takes
 * @param attempts how often a build is tried
 */
record PlacementAnswer(
        List<ResourceProvider> candidates,
        String reason,
        String query,
        String why,
        RequestSpec.Flavor flavor,
        int attempts) {

    PlacementAnswer {
        candidates = List.copyOf(candidates);
    }

    static PlacementAnswer to(
            World world, ComputeHosts.Wish wish, RequestSpec spec, SchedulerOptions options) {
        List<ResourceProvider> all = PlacementView.providers(world);
        RequestFilters.Outcome outcome =
                RequestFilters.process(asked(world, wish, spec, all), options);
        int attempts = options.whole("scheduler.max_attempts");
        return switch (outcome) {
            case RequestFilters.Failed failed ->
                    new PlacementAnswer(
                            List.of(),
                            failed.reason(),
                            "",
                            failed.reason() + "\n",
                            spec.shape().flavor(),
                            attempts);
            case RequestFilters.Request(ResourceRequest request) ->
                    among(all, request, spec, attempts, world);
        };
    }

    private static Asked asked(
            World world, ComputeHosts.Wish wish, RequestSpec spec, List<ResourceProvider> all) {
        Server server = wish.server();
        List<Host.HostAggregate> aggregates = new ArrayList<>();
        for (Aggregate each : world.table(NovaView.AGGREGATES)) {
            aggregates.add(each.forScheduler());
        }
        List<Asked.Node> nodes = new ArrayList<>();
        for (ResourceProvider each : all) {
            nodes.add(new Asked.Node(each.name(), each.name(), PlacementView.uuidOf(each.name())));
        }
        return new Asked(
                spec.shape(),
                Requests.imageProperties(world, server),
                GlanceView.image(world, server.image()).map(Image::diskFormat).orElse(""),
                NovaView.bootsFromVolume(server),
                aggregates,
                nodes);
    }

    private static PlacementAnswer among(
            List<ResourceProvider> all,
            ResourceRequest request,
            RequestSpec spec,
            int attempts,
            World world) {
        Optional<CandidateRequest> flat = flat(request);
        List<ResourceProvider> candidates = new ArrayList<>();
        StringBuilder why = new StringBuilder();
        for (ResourceProvider each : all) {
            Optional<String> no =
                    flat.isEmpty()
                            ? Optional.of("several groups of resources want group_policy=none here")
                            : PlacementView.refuses(world, each, flat.get());
            boolean cut = request.limit() > 0 && candidates.size() >= request.limit();
            if (no.isEmpty() && !cut) {
                candidates.add(each);
            } else {
                String reason = no.orElse("the limit of " + request.limit() + " is reached");
                why.append(each.name()).append(": Placement: ").append(reason).append('\n');
            }
        }
        return new PlacementAnswer(
                candidates, "", request.query(), why.toString(), spec.shape().flavor(), attempts);
    }

    /**
     * The same request of providers without children: all groups are served by one provider, or, if
     * each shall have one of its own, by none.
     */
    static Optional<CandidateRequest> flat(ResourceRequest request) {
        TreeMap<String, Long> resources = new TreeMap<>();
        var required = new java.util.TreeSet<>(request.rootRequired());
        var forbidden = new java.util.TreeSet<>(request.rootForbidden());
        var notMemberOf = new java.util.TreeSet<String>();
        List<List<String>> memberOf = new ArrayList<>();
        String inTree = "";
        int granular = 0;
        for (Map.Entry<String, ResourceRequest.Group> each : request.groups().entrySet()) {
            ResourceRequest.Group group = each.getValue();
            group.resources().forEach((name, amount) -> resources.merge(name, amount, Long::sum));
            required.addAll(group.required());
            forbidden.addAll(group.forbidden());
            memberOf.addAll(group.aggregates());
            notMemberOf.addAll(group.forbiddenAggregates());
            inTree = group.inTree().isEmpty() ? inTree : group.inTree();
            granular += each.getKey().isEmpty() ? 0 : 1;
        }
        return !request.groupPolicy().equals("none") && granular > 1
                ? Optional.empty()
                : Optional.of(
                        new CandidateRequest(
                                resources,
                                required,
                                forbidden,
                                memberOf,
                                notMemberOf,
                                inTree,
                                request.limit()));
    }

    /** Claims for several servers, one after the other. */
    Candidates claims(HostStates hosts) {
        return new Claims(this, hosts);
    }

    private static final class Claims implements Candidates {

        private final PlacementAnswer answer;
        private final int[] counts;
        private final int[] all;
        private final Map<String, Integer> hostOf = new TreeMap<>();

        Claims(PlacementAnswer answer, HostStates hosts) {
            this.answer = answer;
            this.counts = new int[hosts.count()];
            this.all = new int[hosts.count()];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
        }

        @Override
        public int[] hosts() {
            return all.clone();
        }

        @Override
        public boolean claim(int host, String instanceUuid) {
            RequestSpec.Flavor flavor = answer.flavor();
            int disk = flavor.rootGb() + flavor.ephemeralGb() + (flavor.swapMb() + 1023) / 1024;
            ResourceProvider provider = answer.candidates().get(host);
            int before = counts[host];
            ResourceProvider now =
                    provider.with(before * flavor.vcpus(), before * flavor.ramMb(), before * disk);
            boolean fits = now.fits(flavor.vcpus(), flavor.ramMb(), disk);
            if (fits) {
                counts[host]++;
                hostOf.put(instanceUuid, host);
            }
            return fits;
        }

        @Override
        public void unclaim(List<String> instanceUuids) {
            for (String each : instanceUuids) {
                counts[hostOf.getOrDefault(each, 0)]--;
            }
        }

        @Override
        public int alternates() {
            return answer.attempts() - 1;
        }
    }
}
