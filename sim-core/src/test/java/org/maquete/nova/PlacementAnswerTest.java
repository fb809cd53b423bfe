package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Origin;
import org.maquete.nova.prefilter.ResourceRequest;
import org.maquete.placement.CandidateRequest;
import org.maquete.placement.PlacementView;
import org.maquete.placement.ProviderMarks;
import org.maquete.placement.ResourceProvider;
import org.maquete.placement.SetProviderAggregate;
import org.maquete.placement.SetProviderTrait;
import org.maquete.placement.api.PlacementApi;
import org.maquete.world.World;

/**
 * The short way to the candidates among hypervisors without children, against the model of
 * Placement that is compared with the real one, on the same query.
 */
class PlacementAnswerTest {

    private static final int COMPUTES = 4;
    private static final List<String> TRAITS =
            List.of("CUSTOM_GOLD", "CUSTOM_SSD", "COMPUTE_STATUS_DISABLED", "COMPUTE_NODE");

    private final Random random = new Random(2211);
    private final CloudLab lab = CloudLab.withComputes(COMPUTES);

    @Test
    void isWhatPlacementAnswersToTheSameQuery() {
        int some = 0;
        for (int round = 0; round < 20; round++) {
            mark();
            PlacementApi placement = mirror();
            for (int i = 0; i < 30; i++) {
                ResourceRequest request = request();

                List<String> candidates = candidates(request);

                assertThat(candidates)
                        .as(request.query())
                        .containsExactlyInAnyOrderElementsOf(answered(placement, request));
                some += candidates.isEmpty() ? 0 : 1;
            }
        }
        assertThat(some).isGreaterThan(100);
    }

    private static String aggregate(int i) {
        return "aaaaaaaa-0000-4000-8000-00000000000" + i;
    }

    /** Other aggregates and traits for all. */
    private void mark() {
        for (ResourceProvider each : PlacementView.providers(lab.world())) {
            for (int i = 0; i < 3; i++) {
                lab.simulation()
                        .submit(
                                new SetProviderAggregate(
                                        each.name(), aggregate(i), random.nextBoolean()),
                                new Origin.Lab("test"));
            }
            for (String trait : TRAITS.subList(0, 3)) {
                lab.simulation()
                        .submit(
                                new SetProviderTrait(each.name(), trait, random.nextInt(3) == 0),
                                new Origin.Lab("test"));
            }
        }
    }

    private PlacementApi mirror() {
        World world = lab.world();
        PlacementApi placement = new PlacementApi();
        for (String trait : TRAITS) {
            placement.ask("PUT", "/traits/" + trait, "");
        }
        for (ResourceProvider each : PlacementView.providers(world)) {
            String uuid = PlacementView.uuidOf(each.name());
            String path = "/resource_providers/" + uuid;
            placement.ask(
                    "POST",
                    "/resource_providers",
                    "{'name': '%s', 'uuid': '%s'}".formatted(each.name(), uuid).replace('\'', '"'));
            ResourceProvider.Ratios ratios = each.ratios();
            String inventories =
                    "{'resource_provider_generation': 0, 'inventories': {"
                            + inventory("VCPU", each.vcpus(), 0, ratios.cpu())
                            + ", "
                            + inventory(
                                    "MEMORY_MB",
                                    each.ramMib(),
                                    ratios.reservedRamMib(),
                                    ratios.ram())
                            + ", "
                            + inventory("DISK_GB", each.diskGib(), 0, ratios.disk())
                            + "}}";
            placement.ask("PUT", path + "/inventories", inventories.replace('\'', '"'));
            Optional<ProviderMarks> marks = PlacementView.marks(world, each.name());
            List<String> traits =
                    new ArrayList<>(marks.map(ProviderMarks::traits).orElse(List.of()));
            traits.add("COMPUTE_NODE");
            placement.ask(
                    "PUT",
                    path + "/traits",
                    "{\"resource_provider_generation\": 1, \"traits\": " + list(traits) + "}");
            placement.ask(
                    "PUT",
                    path + "/aggregates",
                    "{\"resource_provider_generation\": 2, \"aggregates\": "
                            + list(marks.map(ProviderMarks::aggregates).orElse(List.of()))
                            + "}");
        }
        return placement;
    }

    private static String inventory(String name, int total, int reserved, double ratio) {
        String text = "'%s': {'total': %s, 'reserved': %s, 'allocation_ratio': %s, 'max_unit': %s}";
        return text.formatted(name, total, reserved, ratio, total);
    }

    private static String list(List<String> texts) {
        return texts.isEmpty() ? "[]" : "[\"" + String.join("\", \"", texts) + "\"]";
    }

    private ResourceRequest request() {
        TreeSet<String> forbidden = some(TRAITS.subList(0, 3), 4);
        TreeSet<String> required = some(TRAITS, 4);
        required.removeAll(forbidden);
        List<List<String>> memberOf = new ArrayList<>();
        for (int i = random.nextInt(3); i > 1; i--) {
            memberOf.add(List.of(aggregate(random.nextInt(3)), aggregate(random.nextInt(3))));
        }
        TreeSet<String> not = some(List.of(aggregate(0), aggregate(1)), 5);
        TreeMap<String, Long> resources = new TreeMap<>();
        resources.put("VCPU", 1L + random.nextInt(5));
        resources.put("MEMORY_MB", 1000L * (1 + random.nextInt(18)));
        if (random.nextInt(8) == 0) {
            resources.put("VGPU", 1L);
        }
        String inTree =
                random.nextInt(5) == 0
                        ? PlacementView.uuidOf("nova-compute-" + random.nextInt(COMPUTES))
                        : "";
        TreeMap<String, ResourceRequest.Group> groups = new TreeMap<>();
        groups.put(
                "",
                new ResourceRequest.Group(resources, required, forbidden, memberOf, not, inTree));
        TreeSet<String> disabled = new TreeSet<>(List.of("COMPUTE_STATUS_DISABLED"));
        if (required.contains("COMPUTE_STATUS_DISABLED")) {
            disabled.clear();
        }
        return new ResourceRequest(0, "", new TreeSet<>(), disabled, groups);
    }

    private TreeSet<String> some(List<String> of, int oneIn) {
        TreeSet<String> some = new TreeSet<>();
        for (String each : of) {
            if (random.nextInt(oneIn) == 0) {
                some.add(each);
            }
        }
        return some;
    }

    private List<String> candidates(ResourceRequest request) {
        Optional<CandidateRequest> flat = PlacementAnswer.flat(request);
        List<String> uuids = new ArrayList<>();
        for (ResourceProvider each : PlacementView.providers(lab.world())) {
            if (PlacementView.refuses(lab.world(), each, flat.orElseThrow()).isEmpty()) {
                uuids.add(PlacementView.uuidOf(each.name()));
            }
        }
        return uuids;
    }

    private static List<String> answered(PlacementApi placement, ResourceRequest request) {
        PlacementApi.Response response =
                placement.ask("GET", "/allocation_candidates?" + request.query(), "");
        assertThat(response.status()).as(request.query() + response.body()).isEqualTo(200);
        List<String> uuids = new ArrayList<>();
        response.body()
                .get("allocation_requests")
                .forEach(each -> uuids.addAll(each.get("allocations").propertyNames()));
        return uuids;
    }
}
