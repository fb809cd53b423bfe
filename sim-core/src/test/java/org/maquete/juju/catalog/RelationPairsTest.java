package org.maquete.juju.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Relation inference over all ordered pairs of catalogued charms, against the rules written down a
 * second time, slowly and in the order of the facts: pair the endpoints, drop the implicit ones
 * when there are several, list all of them when that does not leave exactly one.
 */
class RelationPairsTest {

    private static final List<String> NAMES = Resources.CATALOG.names();

    private final TestModel model = new TestModel();

    RelationPairsTest() {
        NAMES.forEach(model::with);
    }

    @Test
    void agreesWithTheRulesForEveryPair() {
        List<String> wrong = new ArrayList<>();
        for (String one : NAMES) {
            for (String two : NAMES) {
                String expected = one.equals(two) ? "no relations found" : verdict(one, two);
                String found = found(RelationInference.decide(one, two, model));
                if (!found.equals(expected)) {
                    wrong.add(one + " " + two + ": expected " + expected + ", found " + found);
                }
            }
        }

        assertThat(NAMES).hasSize(41);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theClientPrintsAllCandidatesOfTheSixtyTwoAmbiguousPairs() {
        TreeSet<String> ambiguous = new TreeSet<>();
        for (String one : NAMES) {
            for (String two : NAMES) {
                if (!one.equals(two)
                        && RelationInference.decide(one, two, model)
                                instanceof RelationRefusal refusal
                        && verdict(one, two).startsWith("ambiguous")) {
                    assertThat(refusal.printed()).isEqualTo(verdict(one, two));
                    ambiguous.add(one.compareTo(two) < 0 ? one + " " + two : two + " " + one);
                }
            }
        }

        assertThat(ambiguous).hasSize(62);
    }

    /** The key of the relation, also of one that is then refused for its base; or the refusal. */
    private static String found(RelationDecision decision) {
        return switch (decision) {
            case InferredRelation relation -> relation.key();
            case RelationRefusal refusal ->
                    refusal.message()
                            .replaceFirst(
                                    "cannot add relation \"([^\"]*)\": subordinate must .*", "$1");
        };
    }

    private static String verdict(String one, String two) {
        List<String> all = keys(one, two);
        List<String> explicit = new ArrayList<>();
        for (String key : all) {
            if (!key.startsWith("(implicit) ")) {
                explicit.add(key);
            }
        }
        List<String> left = all.size() == 1 ? all : explicit;
        if (all.isEmpty()) {
            return "no relations found";
        }
        if (left.size() == 1) {
            return left.getFirst().replace("(implicit) ", "");
        }
        List<String> quoted = new ArrayList<>();
        all.forEach(key -> quoted.add("\"" + key.replace("(implicit) ", "") + "\""));
        quoted.sort(null);
        return "ambiguous relation: \""
                + one
                + " "
                + two
                + "\" could refer to "
                + String.join("; ", quoted);
    }

    private static List<String> keys(String one, String two) {
        List<String> keys = new ArrayList<>();
        addKeys(Resources.charm(one), Resources.charm(two), keys);
        addKeys(Resources.charm(two), Resources.charm(one), keys);
        return keys;
    }

    /** The pairs in which {@code from} requires what {@code to} provides. */
    private static void addKeys(CharmMetadata from, CharmMetadata to, List<String> keys) {
        for (Endpoint wants : from.endpoints()) {
            if (wants.role() != EndpointRole.REQUIRER) {
                continue;
            }
            for (Endpoint offers : to.endpoints()) {
                if (offers.role() == EndpointRole.PROVIDER && fit(wants, offers, from, to)) {
                    keys.add(
                            from.name()
                                    + ":"
                                    + wants.name()
                                    + " "
                                    + to.name()
                                    + ":"
                                    + offers.name());
                }
            }
            boolean wantsHost = wants.interfaceName().equals("juju-info");
            boolean mayBeBeside =
                    wants.scope() != EndpointScope.CONTAINER
                            || from.subordinate()
                            || to.subordinate();
            if (wantsHost && mayBeBeside) {
                keys.add(
                        "(implicit) "
                                + from.name()
                                + ":"
                                + wants.name()
                                + " "
                                + to.name()
                                + ":juju-info");
            }
        }
    }

    private static boolean fit(
            Endpoint wants, Endpoint offers, CharmMetadata from, CharmMetadata to) {
        boolean beside =
                wants.scope() == EndpointScope.CONTAINER
                        || offers.scope() == EndpointScope.CONTAINER;
        return wants.interfaceName().equals(offers.interfaceName())
                && (!beside || from.subordinate() || to.subordinate());
    }
}
