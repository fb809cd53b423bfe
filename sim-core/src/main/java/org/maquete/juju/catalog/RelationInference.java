package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which endpoints {@code juju integrate} means, and whether they may be related.
 *
 * <p>The controller works in two stages, InferEndpoints and AddRelation of juju 3.6 {@code
 * state/state.go}. The first pairs all endpoints of both sides that have equal interfaces and
 * opposite roles. One pair is the answer; of several, those that use the implicit {@code juju-info}
 * are dropped; if then not exactly one is left, the refusal lists all of them, also the dropped.
 * The second stage checks, in this order: both alive, not there yet, limits, scope, bases. Cost:
 * the product of two endpoint lists, about twenty each.
 */
public final class RelationInference {

    /** The order in which Juju lists the endpoints of an application. */
    static final Comparator<Endpoint> ENDPOINT_ORDER =
            Comparator.comparing(Endpoint::role).thenComparing(Endpoint::name);

    // names: juju/names application.go and relation.go
    private static final Pattern APPLICATION =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*");
    private static final Pattern ENDPOINT = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");

    private RelationInference() {}

    /** One side of a candidate pair. */
    private record Side(RelatableApplication application, Endpoint endpoint) {
        BoundEndpoint bound() {
            return new BoundEndpoint(application.name(), endpoint);
        }
    }

    /** A side as typed, looked up in the model; or why that failed. */
    private sealed interface Lookup {
        record Sides(List<Side> sides) implements Lookup {}

        record Failed(RelationRefusal refusal) implements Lookup {}
    }

    /**
     * What the client refuses before it asks the controller; empty when it would ask. A word with a
     * point names an offer in another model, which is not modelled and not judged here.
     */
    public static Optional<String> clientRefusal(List<String> words) {
        if (words.size() != 2) {
            return Optional.of("an integration must involve two applications");
        }
        return words.stream()
                .filter(word -> word.indexOf('.') < 0)
                .flatMap(word -> clientRefusal(word).stream())
                .findFirst();
    }

    private static Optional<String> clientRefusal(String word) {
        int colon = word.indexOf(':');
        String application = colon < 0 ? word : word.substring(0, colon);
        if (colon >= 0) {
            String endpoint = word.substring(colon + 1);
            if (application.isEmpty() || !ENDPOINT.matcher(endpoint).matches()) {
                return Optional.of("endpoint " + GoSyntax.quote(word) + " not valid");
            }
        }
        return APPLICATION.matcher(application).matches()
                ? Optional.empty()
                : Optional.of("application name " + GoSyntax.quote(application) + " not valid");
    }

    /** Both stages for two words {@code app[:endpoint]}. */
    public static RelationDecision decide(String first, String second, ModelApplications model) {
        Lookup one = lookup(first, model);
        if (one instanceof Lookup.Failed(RelationRefusal refusal)) {
            return refusal;
        }
        Lookup two = lookup(second, model);
        if (two instanceof Lookup.Failed(RelationRefusal refusal)) {
            return refusal;
        }
        List<List<Side>> candidates =
                candidates(((Lookup.Sides) one).sides(), ((Lookup.Sides) two).sides());
        if (candidates.isEmpty()) {
            return refuse("no relations found");
        }
        List<List<Side>> left = candidates.size() == 1 ? candidates : withoutImplicit(candidates);
        if (left.size() != 1) {
            return refuse(ambiguous(first + " " + second, candidates));
        }
        List<Side> pair = left.getFirst();
        return add(pair.getFirst().bound(), pair.getLast().bound(), model);
    }

    /** The peer relations that come with an application of this charm. */
    public static List<InferredRelation> peers(String application, CharmMetadata charm) {
        return charm.endpoints().stream()
                .filter(endpoint -> endpoint.role() == EndpointRole.PEER)
                .map(peer -> new InferredRelation(List.of(new BoundEndpoint(application, peer))))
                .toList();
    }

    private static Lookup lookup(String word, ModelApplications model) {
        int colon = word.indexOf(':');
        if (colon == 0 || (colon > 0 && colon == word.length() - 1)) {
            return new Lookup.Failed(refuse("invalid endpoint " + GoSyntax.quote(word)));
        }
        String name = colon < 0 ? word : word.substring(0, colon);
        Optional<RelatableApplication> application = model.application(name);
        if (application.isEmpty()) {
            return new Lookup.Failed(
                    new RelationRefusal(
                            RelationRefusal.NOT_FOUND,
                            "application " + GoSyntax.quote(name) + " not found"));
        }
        List<Side> sides = sides(application.get());
        if (colon >= 0) {
            String endpoint = word.substring(colon + 1);
            sides = named(sides, endpoint);
            if (sides.isEmpty()) {
                return new Lookup.Failed(
                        refuse(
                                "application "
                                        + GoSyntax.quote(name)
                                        + " has no "
                                        + GoSyntax.quote(endpoint)
                                        + " relation"));
            }
        }
        return new Lookup.Sides(
                sides.stream().filter(s -> s.endpoint().role() != EndpointRole.PEER).toList());
    }

    private static List<Side> sides(RelatableApplication application) {
        List<Endpoint> endpoints = new ArrayList<>(application.charm().endpoints());
        endpoints.add(Endpoint.JUJU_INFO);
        endpoints.sort(ENDPOINT_ORDER);
        return endpoints.stream().map(endpoint -> new Side(application, endpoint)).toList();
    }

    private static List<Side> named(List<Side> sides, String endpoint) {
        return sides.stream().filter(s -> s.endpoint().name().equals(endpoint)).limit(1).toList();
    }

    private static List<List<Side>> candidates(List<Side> ones, List<Side> twos) {
        List<List<Side>> candidates = new ArrayList<>();
        for (Side one : ones) {
            for (Side two : twos) {
                if (canRelate(one.bound(), two.bound()) && scopeAllows(one, two)) {
                    candidates.add(List.of(one, two));
                }
            }
        }
        return candidates;
    }

    private static boolean canRelate(BoundEndpoint one, BoundEndpoint two) {
        EndpointRole role = one.endpoint().role();
        EndpointRole other = two.endpoint().role();
        return !one.application().equals(two.application())
                && one.endpoint().interfaceName().equals(two.endpoint().interfaceName())
                && role != other
                && role != EndpointRole.PEER
                && other != EndpointRole.PEER;
    }

    private static boolean scopeAllows(Side one, Side two) {
        return !isContainer(one.endpoint(), two.endpoint())
                || one.application().charm().subordinate()
                || two.application().charm().subordinate();
    }

    private static boolean isContainer(Endpoint one, Endpoint two) {
        return one.scope() == EndpointScope.CONTAINER || two.scope() == EndpointScope.CONTAINER;
    }

    private static List<List<Side>> withoutImplicit(List<List<Side>> candidates) {
        return candidates.stream()
                .filter(pair -> pair.stream().noneMatch(side -> side.endpoint().isImplicit()))
                .toList();
    }

    private static String ambiguous(String words, List<List<Side>> candidates) {
        String keys =
                candidates.stream()
                        .map(pair -> key(pair.stream().map(Side::bound).toList()))
                        .map(GoSyntax::quote)
                        .sorted()
                        .collect(Collectors.joining("; "));
        return "ambiguous relation: " + GoSyntax.quote(words) + " could refer to " + keys;
    }

    /** Juju's key of a relation: requirer, provider, then by text, joined by a blank. */
    static String key(List<BoundEndpoint> endpoints) {
        return endpoints.stream()
                .sorted()
                .map(BoundEndpoint::toString)
                .collect(Collectors.joining(" "));
    }

    /**
     * The second stage alone, for endpoints that are already known, as a bundle has them. Both
     * applications must exist.
     */
    public static RelationDecision add(
            BoundEndpoint one, BoundEndpoint two, ModelApplications model) {
        String key = key(List.of(one, two));
        if (!canRelate(one, two)) {
            return cannotAdd(key, "", "endpoints do not relate");
        }
        boolean isContainer = isContainer(one.endpoint(), two.endpoint());
        return objection(key, List.of(one, two), isContainer, model)
                .<RelationDecision>map(refusal -> refusal)
                .orElseGet(() -> relation(one, two, isContainer));
    }

    private static InferredRelation relation(
            BoundEndpoint one, BoundEndpoint two, boolean isContainer) {
        EndpointScope scope = isContainer ? EndpointScope.CONTAINER : EndpointScope.GLOBAL;
        return new InferredRelation(
                List.of(
                        new BoundEndpoint(one.application(), one.endpoint().withScope(scope)),
                        new BoundEndpoint(two.application(), two.endpoint().withScope(scope))));
    }

    private static Optional<RelationRefusal> objection(
            String key, List<BoundEndpoint> pair, boolean isContainer, ModelApplications model) {
        List<RelatableApplication> applications =
                pair.stream()
                        .map(side -> model.application(side.application()).orElseThrow())
                        .toList();
        return liveness(key, applications)
                .or(() -> presence(key, model))
                .or(() -> limits(key, pair, model))
                .or(() -> isContainer ? containerRules(key, applications) : Optional.empty());
    }

    private static Optional<RelationRefusal> liveness(
            String key, List<RelatableApplication> applications) {
        return applications.stream()
                .filter(application -> !application.isAlive())
                .map(dead -> "application " + GoSyntax.quote(dead.name()) + " is not alive")
                .map(message -> cannotAdd(key, "", message))
                .findFirst();
    }

    private static Optional<RelationRefusal> presence(String key, ModelApplications model) {
        return switch (model.relation(key)) {
            case ABSENT -> Optional.empty();
            case ALIVE ->
                    Optional.of(cannotAdd(key, RelationRefusal.ALREADY_EXISTS, "relation " + key));
            case DYING ->
                    Optional.of(
                            cannotAdd(
                                    key,
                                    RelationRefusal.ALREADY_EXISTS,
                                    "relation " + key + " is dying, but not yet removed"));
        };
    }

    private static Optional<RelationRefusal> limits(
            String key, List<BoundEndpoint> pair, ModelApplications model) {
        return pair.stream()
                .filter(side -> side.endpoint().limit() > 0)
                .filter(side ->
                        model.relationCount(side.application(), side.endpoint().name())
                                >= side.endpoint().limit())
                .map(side -> cannotAdd(key, RelationRefusal.QUOTA_LIMIT_EXCEEDED, exceeded(side)))
                .findFirst();
    }

    private static String exceeded(BoundEndpoint side) {
        return "establishing a new relation for "
                + side
                + " would exceed its maximum relation limit of "
                + side.endpoint().limit();
    }

    /**
     * A subordinate goes into its principal's machine and so must support the base of it. Between
     * two subordinates nothing is checked (GUESS: the source of that case was not read).
     */
    private static Optional<RelationRefusal> containerRules(
            String key, List<RelatableApplication> applications) {
        List<RelatableApplication> subordinates =
                applications.stream().filter(a -> a.charm().subordinate()).toList();
        if (subordinates.isEmpty()) {
            return Optional.of(
                    cannotAdd(
                            key,
                            "",
                            "container scoped relation requires at least one subordinate"
                                    + " application"));
        }
        if (subordinates.size() == 2) {
            return Optional.empty();
        }
        List<OsRelease> supported = subordinates.getFirst().charm().bases();
        return applications.stream()
                .filter(application -> !application.charm().subordinate())
                .filter(principal -> supported.stream().noneMatch(principal.base()::isCompatible))
                .map(_ -> cannotAdd(key, "", unsupported(supported)))
                .findFirst();
    }

    private static String unsupported(List<OsRelease> supported) {
        return "subordinate must support principal application's base; subordinate only supports: "
                + supported.stream()
                        .map(OsRelease::toString)
                        .collect(Collectors.joining(" ", "[", "]"));
    }

    private static RelationRefusal cannotAdd(String key, String code, String message) {
        return new RelationRefusal(
                code, "cannot add relation " + GoSyntax.quote(key) + ": " + message);
    }

    private static RelationRefusal refuse(String message) {
        return new RelationRefusal("", message);
    }
}
