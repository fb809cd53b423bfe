package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationInferenceTest {

    private static final String GOLDEN = "/golden/juju/guide-relations/";

    @Test
    void infersEveryRelationOfTheDeploymentGuideAsItIsListed() {
        TestModel guide = guide();
        List<String> inferred = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        for (String line : lines("relations.txt")) {
            String[] column = line.split(" ", -1);
            if (!column[3].equals("peer")) {
                listed.add(line);
                inferred.add(printed(relation(guide, column[0], column[1])));
            }
        }

        assertThat(inferred).hasSize(55).isEqualTo(listed);
    }

    @Test
    void infersTheGuidesRelationsInEitherOrderOfTheWords() {
        TestModel guide = guide();
        for (String line : lines("relations.txt")) {
            String[] column = line.split(" ", -1);
            if (!column[3].equals("peer")) {
                assertThat(printed(relation(guide, column[1], column[0]))).isEqualTo(line);
            }
        }
    }

    @Test
    void makesThePeerRelationsOfTheDeploymentGuide() {
        List<String> peers = new ArrayList<>();
        for (String line : lines("applications.txt")) {
            String[] column = line.split(" ", -1);
            for (InferredRelation peer :
                    RelationInference.peers(column[0], Resources.charm(column[1]))) {
                peers.add(printed(peer));
            }
        }

        assertThat(peers)
                .containsExactlyInAnyOrderElementsOf(
                        lines("relations.txt").stream().filter(l -> l.endsWith(" peer")).toList());
    }

    @Test
    void sixtyTwoPairsOfCharmsAreAmbiguousWithoutEndpointNames() {
        TestModel model = new TestModel();
        List<String> names = Resources.CATALOG.names();
        names.forEach(model::with);
        List<String> ambiguous = new ArrayList<>();
        for (String one : names) {
            for (String two : names) {
                if (!one.equals(two)
                        && RelationInference.decide(one, two, model)
                                instanceof RelationRefusal refusal
                        && refusal.message().startsWith("ambiguous")) {
                    assertListsItsCandidatesSorted(refusal.message(), one, two, model);
                    ambiguous.add(one.compareTo(two) < 0 ? one + " " + two : two + " " + one);
                }
            }
        }

        assertThat(ambiguous).hasSize(2 * 62);
        assertThat(ambiguous.stream().distinct()).hasSize(62);
        assertThat(ambiguous)
                .contains(
                        "nova-cloud-controller rabbitmq-server",
                        "cinder keystone",
                        "mysql-router vault",
                        "kubernetes-control-plane kubernetes-worker");
    }

    private static void assertListsItsCandidatesSorted(
            String message, String one, String two, TestModel model) {
        String prefix = "ambiguous relation: \"" + one + " " + two + "\" could refer to ";
        assertThat(message).startsWith(prefix);
        List<String> keys = Arrays.asList(message.substring(prefix.length()).split("; ", -1));

        assertThat(keys).isSorted().doesNotHaveDuplicates().hasSize(pairs(one, two).size());
        assertThat(keys).containsExactlyInAnyOrderElementsOf(pairs(one, two));
        for (String key : keys) {
            String[] ends = key.substring(1, key.length() - 1).split(" ", -1);
            String provider = ends[1].replaceFirst(":juju-info$", "");
            if (Resources.CATALOG
                    .find(provider)
                    .flatMap(charm -> charm.endpoint("juju-info"))
                    .isPresent()) {
                continue; // the word names the charm's own requirer, never the implicit provider
            }
            assertThat(keyOf(RelationInference.decide(ends[0], ends[1], model))).isEqualTo(key);
        }
    }

    /** The key in quotes, also when the second stage refuses the relation, as for a base. */
    private static String keyOf(RelationDecision decision) {
        return switch (decision) {
            case InferredRelation relation -> "\"" + relation.key() + "\"";
            case RelationRefusal refusal ->
                    refusal.message()
                            .replaceFirst(
                                    "cannot add relation (\"[^\"]*\"): subordinate must .*", "$1");
        };
    }

    /** The slow and obvious way to all candidates of two charms. */
    private static List<String> pairs(String one, String two) {
        List<String> keys = new ArrayList<>();
        addPairs(keys, Resources.charm(one), Resources.charm(two));
        addPairs(keys, Resources.charm(two), Resources.charm(one));
        return keys;
    }

    private static void addPairs(List<String> keys, CharmMetadata from, CharmMetadata to) {
        boolean subordinate = from.subordinate() || to.subordinate();
        List<Endpoint> offered = new ArrayList<>(to.endpoints());
        offered.add(Endpoint.JUJU_INFO);
        for (Endpoint wants : from.endpoints()) {
            for (Endpoint offers : offered) {
                boolean container =
                        wants.scope() == EndpointScope.CONTAINER
                                || offers.scope() == EndpointScope.CONTAINER;
                if (wants.role() == EndpointRole.REQUIRER
                        && offers.role() == EndpointRole.PROVIDER
                        && wants.interfaceName().equals(offers.interfaceName())
                        && (subordinate || !container)) {
                    keys.add(
                            "\"%s:%s %s:%s\""
                                    .formatted(
                                            from.name(), wants.name(), to.name(), offers.name()));
                }
            }
        }
    }

    @Test
    void takesTheOnlyExplicitPairAndElseTheImplicitOne() {
        TestModel model = new TestModel().with("cinder-ceph").with("cinder").with("ubuntu");

        assertThat(printed(relation(model, "cinder", "cinder-ceph")))
                .isEqualTo(
                        "cinder-ceph:storage-backend cinder:storage-backend cinder-backend"
                                + " subordinate");
        assertThat(printed(relation(model, "cinder-ceph", "ubuntu")))
                .isEqualTo("ubuntu:juju-info cinder-ceph:juju-info juju-info subordinate");
    }

    @Test
    void putsTheRequirerFirstIntoTheKey() {
        TestModel model = new TestModel().with("keystone").with("placement");

        assertThat(relation(model, "keystone", "placement").key())
                .isEqualTo("placement:identity-service keystone:identity-service");
    }

    @Test
    void refusesOtherThanTwoWords() {
        assertThat(RelationInference.clientRefusal(List.of("a")))
                .contains("an integration must involve two applications");
        assertThat(RelationInference.clientRefusal(List.of("a", "b", "c")))
                .contains("an integration must involve two applications");
        assertThat(RelationInference.clientRefusal(List.of("a:x", "b"))).isEmpty();
    }

    @Test
    void refusesWordsThatNoApplicationCanHave() {
        assertThat(RelationInference.clientRefusal(List.of("a:", "b")))
                .contains("endpoint \"a:\" not valid");
        assertThat(RelationInference.clientRefusal(List.of("$app", "b")))
                .contains("application name \"$app\" not valid");
    }

    @Test
    void refusesAnUnknownApplication() {
        TestModel model = new TestModel().with("juju-dashboard");

        RelationRefusal refusal = refusal(model, "juju-dashboard", "controller");

        assertThat(refusal.message()).isEqualTo("application \"controller\" not found");
        assertThat(refusal.printed()).isEqualTo("application \"controller\" not found (not found)");
    }

    @Test
    void refusesAnUnknownEndpoint() {
        TestModel model = new TestModel().with("keystone").with("glance");

        assertThat(refusal(model, "keystone:db", "glance").printed())
                .isEqualTo("application \"keystone\" has no \"db\" relation");
    }

    @Test
    void refusesAWordThatStartsOrEndsWithAColon() {
        TestModel model = new TestModel().with("keystone");

        assertThat(refusal(model, ":db", "keystone").printed())
                .isEqualTo("invalid endpoint \":db\"");
        assertThat(refusal(model, "keystone:", "keystone").printed())
                .isEqualTo("invalid endpoint \"keystone:\"");
    }

    @Test
    void refusesApplicationsThatShareNoInterface() {
        TestModel model = new TestModel().with("ceph-osd").with("keystone");

        assertThat(refusal(model, "ceph-osd", "keystone").printed())
                .isEqualTo("no relations found");
    }

    @Test
    void refusesToRelateAnApplicationWithItselfOrByItsPeerEndpoint() {
        TestModel model = new TestModel().with("keystone").with("glance");

        assertThat(refusal(model, "keystone", "keystone").printed())
                .isEqualTo("no relations found");
        assertThat(refusal(model, "keystone:cluster", "glance").printed())
                .isEqualTo("no relations found");
    }

    @Test
    void refusesAmbiguousWordsAndListsTheCandidates() {
        TestModel model = new TestModel().with("nova-cloud-controller").with("rabbitmq-server");

        assertThat(refusal(model, "rabbitmq-server", "nova-cloud-controller").printed())
                .isEqualTo(
                        "ambiguous relation: \"rabbitmq-server nova-cloud-controller\" could refer"
                                + " to \"nova-cloud-controller:amqp rabbitmq-server:amqp\";"
                                + " \"nova-cloud-controller:amqp-cell rabbitmq-server:amqp\"");
    }

    @Test
    void refusesARelationThatExists() {
        String key = "glance:identity-service keystone:identity-service";
        TestModel model =
                new TestModel()
                        .with("keystone")
                        .with("glance")
                        .relation(key, RelationPresence.ALIVE);

        RelationRefusal refusal = refusal(model, "keystone", "glance");

        assertThat(refusal.code()).isEqualTo("already exists");
        assertThat(refusal.message())
                .isEqualTo("cannot add relation \"" + key + "\": relation " + key);
        assertThat(refusal.printed())
                .isEqualTo(
                        "cannot add relation \""
                                + key
                                + "\"\nrelation "
                                + key
                                + " (already exists): \n\n"
                                + "Use 'juju status --relations' to view the current relations.");
    }

    @Test
    void refusesARelationThatIsDying() {
        String key = "glance:identity-service keystone:identity-service";
        TestModel model =
                new TestModel()
                        .with("keystone")
                        .with("glance")
                        .relation(key, RelationPresence.DYING);

        assertThat(refusal(model, "keystone", "glance").message())
                .isEqualTo(
                        "cannot add relation \""
                                + key
                                + "\": relation "
                                + key
                                + " is dying, but not yet removed");
    }

    @Test
    void refusesMoreRelationsThanAnEndpointTakes() {
        CharmMetadata provider =
                charm("name: lb\nprovides: {lb: [loadbalancer]}\nsubordinate: false");
        TestModel model =
                new TestModel().with("vault").with("lb", provider).count("vault:lb-provider", 1);

        assertThat(refusal(model, "vault:lb-provider", "lb").printed())
                .isEqualTo(
                        "cannot add relation \"vault:lb-provider lb:lb\": establishing a new"
                                + " relation for vault:lb-provider would exceed its maximum"
                                + " relation limit of 1 (quota limit exceeded)");
    }

    @Test
    void refusesContainerScopeBetweenTwoPrincipals() {
        TestModel model = new TestModel().with("cinder").with("other", Resources.charm("cinder"));
        Endpoint wants = Resources.charm("cinder").endpoint("storage-backend").orElseThrow();
        Endpoint offers = Resources.charm("cinder-ceph").endpoint("storage-backend").orElseThrow();

        RelationDecision decision =
                RelationInference.add(
                        new BoundEndpoint("cinder", wants),
                        new BoundEndpoint("other", offers),
                        model);

        assertThat(((RelationRefusal) decision).printed())
                .isEqualTo(
                        "cannot add relation \"cinder:storage-backend other:storage-backend\":"
                                + " container scoped relation requires at least one subordinate"
                                + " application");
    }

    @Test
    void refusesASubordinateThatDoesNotSupportThePrincipalsBase() {
        TestModel model =
                new TestModel()
                        .with("ntp")
                        .with(
                                new RelatableApplication(
                                        "keystone",
                                        Resources.charm("keystone"),
                                        TestModel.JAMMY,
                                        true));

        assertThat(refusal(model, "ntp:juju-info", "keystone:juju-info").printed())
                .isEqualTo(
                        "cannot add relation \"ntp:juju-info keystone:juju-info\": subordinate"
                                + " must support principal application's base; subordinate only"
                                + " supports: [ubuntu@18.04/stable ubuntu@16.04/stable"
                                + " ubuntu@14.04/stable ubuntu@20.04/stable]");
    }

    @Test
    void refusesAnApplicationThatIsBeingRemoved() {
        TestModel model =
                new TestModel()
                        .with("keystone")
                        .with(
                                new RelatableApplication(
                                        "glance",
                                        Resources.charm("glance"),
                                        TestModel.JAMMY,
                                        false));

        assertThat(refusal(model, "keystone", "glance").printed())
                .isEqualTo(
                        "cannot add relation \"glance:identity-service"
                                + " keystone:identity-service\": application \"glance\" is not"
                                + " alive");
    }

    @Test
    void neverMakesARelationOfTwoProviders() {
        Endpoint provider = Resources.charm("keystone").endpoint("identity-service").orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new InferredRelation(
                                List.of(
                                        new BoundEndpoint("a", provider),
                                        new BoundEndpoint("b", provider))));
    }

    private static TestModel guide() {
        TestModel model = new TestModel();
        for (String line : lines("applications.txt")) {
            String[] column = line.split(" ", -1);
            model.with(column[0], Resources.charm(column[1]));
        }
        return model;
    }

    private static List<String> lines(String file) {
        return Resources.read(GOLDEN + file).lines().toList();
    }

    private static InferredRelation relation(TestModel model, String one, String two) {
        return (InferredRelation) RelationInference.decide(one, two, model);
    }

    private static RelationRefusal refusal(TestModel model, String one, String two) {
        return (RelationRefusal) RelationInference.decide(one, two, model);
    }

    private static String printed(InferredRelation relation) {
        return "%s %s %s %s"
                .formatted(
                        relation.provider(),
                        relation.requirer(),
                        relation.interfaceName(),
                        relation.type());
    }

    private static CharmMetadata charm(String text) {
        String whole = text + "\nsource: test\nchannel: stable\nbases: [ubuntu@22.04]\n";
        return ((CharmReading.Read) CharmReader.read("test.yaml", whole)).charm();
    }
}
