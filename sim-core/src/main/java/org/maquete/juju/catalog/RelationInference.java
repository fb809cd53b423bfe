package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
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

    /** An endpoint of an application that exists. */
    private record Side(RelatableApplication application, Endpoint endpoint) {
        BoundEndpoint bound() {
            return new BoundEndpoint(application.name(), endpoint);
        }
    }

    /** Two sides that fit. */
    private record Pair(Side one, Side two) {
        String key() {
            return RelationInference.key(List.of(one.bound(), two.bound()));
        }

        boolean isContainer() {
            return one.endpoint.scope() == EndpointScope.CONTAINER
                    || two.endpoint.scope() == EndpointScope.CONTAINER;
        }

        boolean isImplicit() {
            return one.endpoint.isImplicit() || two.endpoint.isImplicit();
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
        for (String word : words) {
            Optional<String> refusal =
                    word.indexOf('.') < 0 ? clientRefusal(word) : Optional.empty();
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> clientRefusal(String word) {
        int colon = word.indexOf(':');
        String application = colon < 0 ? word : word.substring(0, colon);
        if (colon >= 0) {
            String endpoint = word.substring(colon + 1);
            if (application.isEmpty() || !isEndpoint(endpoint)) {
                return Optional.of("endpoint " + GoSyntax.quote(word) + " not valid");
            }
        }
        return isApplication(application)
                ? Optional.empty()
                : Optional.of("application name " + GoSyntax.quote(application) + " not valid");
    }

    private static boolean isApplication(String name) {
        return PlainName.is(name) || APPLICATION.matcher(name).matches();
    }

    private static boolean isEndpoint(String name) {
        return PlainName.is(name) || ENDPOINT.matcher(name).matches();
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
        List<Pair> candidates =
                candidates(((Lookup.Sides) one).sides(), ((Lookup.Sides) two).sides());
        if (candidates.isEmpty()) {
            return refuse("no relations found");
        }
        List<Pair> left = candidates.size() == 1 ? candidates : withoutImplicit(candidates);
        if (left.size() != 1) {
            return refuse(ambiguous(first + " " + second, candidates));
        }
        return add(left.getFirst(), model);
    }

    /** The peer relations that come with an application of this charm. */
    public static List<InferredRelation> peers(String application, CharmMetadata charm) {
        List<InferredRelation> peers = new ArrayList<>(0);
        for (Endpoint endpoint : charm.endpoints()) {
            if (endpoint.role() == EndpointRole.PEER) {
                BoundEndpoint peer = new BoundEndpoint(application, endpoint);
                peers.add(new InferredRelation(List.of(peer)));
            }
        }
        return peers;
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
        List<Endpoint> endpoints = endpoints(application.get().charm());
        if (colon >= 0) {
            String endpoint = word.substring(colon + 1);
            endpoints = named(endpoints, endpoint);
            if (endpoints.isEmpty()) {
                return new Lookup.Failed(
                        refuse(
                                "application "
                                        + GoSyntax.quote(name)
                                        + " has no "
                                        + GoSyntax.quote(endpoint)
                                        + " relation"));
            }
        }
        List<Side> sides = new ArrayList<>(endpoints.size());
        for (Endpoint endpoint : endpoints) {
            if (endpoint.role() != EndpointRole.PEER) {
                sides.add(new Side(application.get(), endpoint));
            }
        }
        return new Lookup.Sides(sides);
    }

    /** The declared endpoints and the implicit one, in their order. */
    private static List<Endpoint> endpoints(CharmMetadata charm) {
        List<Endpoint> endpoints = new ArrayList<>(charm.endpoints().size() + 1);
        endpoints.addAll(charm.endpoints());
        int at = endpoints.size();
        while (at > 0 && ENDPOINT_ORDER.compare(endpoints.get(at - 1), Endpoint.JUJU_INFO) > 0) {
            at--;
        }
        endpoints.add(at, Endpoint.JUJU_INFO);
        return endpoints;
    }

    private static List<Endpoint> named(List<Endpoint> endpoints, String name) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.name().equals(name)) {
                return List.of(endpoint);
            }
        }
        return List.of();
    }

    private static List<Pair> candidates(List<Side> ones, List<Side> twos) {
        List<Pair> candidates = new ArrayList<>();
        for (Side one : ones) {
            for (Side two : twos) {
                Pair pair = new Pair(one, two);
                if (canRelate(pair) && scopeAllows(pair)) {
                    candidates.add(pair);
                }
            }
        }
        return candidates;
    }

    private static boolean canRelate(Pair pair) {
        EndpointRole role = pair.one.endpoint.role();
        EndpointRole other = pair.two.endpoint.role();
        return role != other
                && role != EndpointRole.PEER
                && other != EndpointRole.PEER
                && pair.one.endpoint.interfaceName().equals(pair.two.endpoint.interfaceName())
                && !pair.one.application.name().equals(pair.two.application.name());
    }

    private static boolean scopeAllows(Pair pair) {
        return !pair.isContainer()
                || pair.one.application.charm().subordinate()
                || pair.two.application.charm().subordinate();
    }

    private static List<Pair> withoutImplicit(List<Pair> candidates) {
        return candidates.stream().filter(pair -> !pair.isImplicit()).toList();
    }

    private static String ambiguous(String words, List<Pair> candidates) {
        String keys =
                candidates.stream()
                        .map(Pair::key)
                        .map(GoSyntax::quote)
                        .sorted()
                        .collect(Collectors.joining("; "));
        return "ambiguous relation: " + GoSyntax.quote(words) + " could refer to " + keys;
    }

    /** Juju's key of a relation: requirer, provider, then by text, joined by a blank. */
    static String key(List<BoundEndpoint> endpoints) {
        List<BoundEndpoint> sorted = new ArrayList<>(endpoints);
        sorted.sort(Comparator.naturalOrder());
        StringJoiner key = new StringJoiner(" ");
        for (BoundEndpoint endpoint : sorted) {
            key.add(endpoint.toString());
        }
        return key.toString();
    }

    /** What the server says of two endpoints of applications that exist. */
    public static RelationDecision add(
            BoundEndpoint one, BoundEndpoint two, ModelApplications model) {
        return add(new Pair(side(one, model), side(two, model)), model);
    }

    private static Side side(BoundEndpoint bound, ModelApplications model) {
        return new Side(model.application(bound.application()).orElseThrow(), bound.endpoint());
    }

    /** The second stage. */
    private static RelationDecision add(Pair pair, ModelApplications model) {
        String key = pair.key();
        if (!canRelate(pair)) {
            return cannotAdd(key, "", "endpoints do not relate");
        }
        Optional<RelationRefusal> objection = objection(key, pair, model);
        return objection.isPresent() ? objection.get() : relation(pair);
    }

    private static InferredRelation relation(Pair pair) {
        EndpointScope scope = pair.isContainer() ? EndpointScope.CONTAINER : EndpointScope.GLOBAL;
        return new InferredRelation(List.of(bound(pair.one, scope), bound(pair.two, scope)));
    }

    private static BoundEndpoint bound(Side side, EndpointScope scope) {
        return new BoundEndpoint(side.application.name(), side.endpoint.withScope(scope));
    }

    private static Optional<RelationRefusal> objection(
            String key, Pair pair, ModelApplications model) {
        Optional<RelationRefusal> objection = liveness(key, pair.one.application);
        objection = objection.isPresent() ? objection : liveness(key, pair.two.application);
        objection = objection.isPresent() ? objection : presence(key, model);
        objection = objection.isPresent() ? objection : limit(key, pair.one, model);
        objection = objection.isPresent() ? objection : limit(key, pair.two, model);
        return objection.isPresent() || !pair.isContainer() ? objection : containerRules(key, pair);
    }

    private static Optional<RelationRefusal> liveness(
            String key, RelatableApplication application) {
        return application.isAlive()
                ? Optional.empty()
                : Optional.of(
                        cannotAdd(
                                key,
                                "",
                                "application "
                                        + GoSyntax.quote(application.name())
                                        + " is not alive"));
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

    private static Optional<RelationRefusal> limit(String key, Side side, ModelApplications model) {
        int limit = side.endpoint.limit();
        if (limit == 0
                || model.relationCount(side.application.name(), side.endpoint.name()) < limit) {
            return Optional.empty();
        }
        return Optional.of(
                cannotAdd(
                        key,
                        RelationRefusal.QUOTA_LIMIT_EXCEEDED,
                        "establishing a new relation for "
                                + side.bound()
                                + " would exceed its maximum relation limit of "
                                + limit));
    }

    /**
     * A subordinate goes into its principal's machine and so must support the base of it. Between
     * two subordinates nothing is checked (GUESS: the source of that case was not read).
     */
    private static Optional<RelationRefusal> containerRules(String key, Pair pair) {
        boolean first = pair.one.application.charm().subordinate();
        boolean second = pair.two.application.charm().subordinate();
        if (!first && !second) {
            return Optional.of(
                    cannotAdd(
                            key,
                            "",
                            "container scoped relation requires at least one subordinate"
                                    + " application"));
        }
        if (first && second) {
            return Optional.empty();
        }
        RelatableApplication subordinate = first ? pair.one.application : pair.two.application;
        RelatableApplication principal = first ? pair.two.application : pair.one.application;
        List<OsRelease> supported = subordinate.charm().bases();
        return supported.stream().anyMatch(principal.base()::isCompatible)
                ? Optional.empty()
                : Optional.of(cannotAdd(key, "", unsupported(supported)));
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
