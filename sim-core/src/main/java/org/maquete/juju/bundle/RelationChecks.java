package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.kernel.Place;

/**
 * What is looked at in relations: juju/charm bundledata.go, verifyRelations. Its inference is not
 * the controller's: it knows no peers and no scopes, and prints its candidates in other order.
 */
final class RelationChecks {

    private final Bundle bundle;
    private final Optional<BundleCharms> charms;
    private final BiConsumer<Place, String> add;

    RelationChecks(Bundle bundle, Optional<BundleCharms> charms, BiConsumer<Place, String> add) {
        this.bundle = bundle;
        this.charms = charms;
        this.add = add;
    }

    /** A side of a relation; the endpoint is empty when it has to be inferred. */
    private record Side(String application, String endpoint) {
        @Override
        public String toString() {
            return endpoint.isEmpty() ? application : application + ":" + endpoint;
        }

        boolean isBefore(Side other) {
            int order = application.compareTo(other.application);
            return order < 0 || (order == 0 && endpoint.compareTo(other.endpoint) < 0);
        }
    }

    /** Two sides, or why they cannot be found. */
    private record Inferred(List<Side> sides, String refusal) {}

    void verify() {
        TreeSet<String> seen = new TreeSet<>();
        for (BundleRelation relation : bundle.relations()) {
            String text = BundleText.quote(relation.endpoints());
            int count = relation.endpoints().size();
            if (count != 2) {
                add(relation, "relation " + text + " has " + count + " endpoint(s), not 2");
                continue;
            }
            List<Side> sides = new ArrayList<>();
            relation.endpoints().forEach(word -> side(relation, text, word, sides));
            if (sides.size() == 2) {
                pair(relation, text, sides, seen);
            }
        }
    }

    private void side(BundleRelation relation, String text, String word, List<Side> sides) {
        int colon = word.indexOf(':');
        String application = colon < 0 ? word : word.substring(0, colon);
        String endpoint = colon < 0 ? "" : word.substring(colon + 1);
        if (!BundleNames.isApplication(application)
                || (colon >= 0 && !BundleNames.isRelation(endpoint))) {
            add(relation, "invalid relation syntax " + quote(word));
            return;
        }
        boolean isApplication = bundle.applications().containsKey(application);
        boolean isSaas = bundle.saas().containsKey(application);
        if (!isApplication && !isSaas) {
            add(
                    relation,
                    "relation "
                            + text
                            + " refers to application "
                            + quote(application)
                            + " not defined in this bundle");
        }
        if (isApplication && isSaas) {
            add(
                    relation,
                    "ambiguous relation "
                            + quote(application)
                            + " refers to a application and a SAAS in this bundle");
        }
        sides.add(new Side(application, endpoint));
    }

    private void pair(
            BundleRelation relation, String text, List<Side> typed, TreeSet<String> seen) {
        Side one = typed.getFirst();
        Side two = typed.getLast();
        if (one.application().equals(two.application())) {
            add(relation, "relation " + text + " relates an application to itself");
        }
        if ((one.endpoint().isEmpty() || two.endpoint().isEmpty()) && charms.isPresent()) {
            Inferred inferred = infer(one, two, charms.get());
            if (inferred.sides().isEmpty()) {
                add(
                        relation,
                        "cannot infer endpoint between "
                                + one
                                + " and "
                                + two
                                + ": "
                                + inferred.refusal());
            } else {
                one = inferred.sides().getFirst();
                two = inferred.sides().getLast();
            }
        }
        Side first = two.isBefore(one) ? two : one;
        Side second = two.isBefore(one) ? one : two;
        if (!seen.add(first + " " + second)) {
            add(relation, "relation " + text + " is defined more than once");
        }
        if (charms.isPresent() && !first.endpoint().isEmpty() && !second.endpoint().isEmpty()) {
            endpoints(relation, first, second, charms.get());
        }
    }

    private void endpoints(BundleRelation relation, Side one, Side two, BundleCharms known) {
        Optional<CharmMetadata> charm = charmOf(one, known);
        Optional<CharmMetadata> other = charmOf(two, known);
        if (charm.isEmpty() || other.isEmpty() || one.application().equals(two.application())) {
            return; // said before
        }
        Optional<Endpoint> provided = provider(charm.get(), one.endpoint());
        Optional<Endpoint> required = requirer(charm.get(), one.endpoint());
        if (provided.isEmpty() && required.isEmpty()) {
            add(relation, undefined(one));
        }
        Optional<Endpoint> otherProvided = provider(other.get(), two.endpoint());
        Optional<Endpoint> otherRequired = requirer(other.get(), two.endpoint());
        if (otherProvided.isEmpty() && otherRequired.isEmpty()) {
            add(relation, undefined(two));
        }
        if (provided.isPresent() && otherRequired.isPresent()) {
            interfaces(relation, List.of(one, two), provided.get(), otherRequired.get());
        } else if (required.isPresent() && otherProvided.isPresent()) {
            interfaces(relation, List.of(two, one), otherProvided.get(), required.get());
        } else if (provided.isPresent() && otherProvided.isPresent()) {
            add(relation, sameRole(one, two, "provider to provider"));
        } else if (required.isPresent() && otherRequired.isPresent()) {
            add(relation, sameRole(one, two, "requirer to requirer"));
        }
    }

    private String undefined(Side side) {
        BundleApplication application = bundle.applications().get(side.application());
        return "charm "
                + quote(application == null ? "" : application.charm())
                + " used by application "
                + quote(side.application())
                + " does not define relation "
                + quote(side.endpoint());
    }

    private static String sameRole(Side one, Side two, String roles) {
        return "relation "
                + quote(one.toString())
                + " to "
                + quote(two.toString())
                + " relates "
                + roles;
    }

    private void interfaces(
            BundleRelation relation, List<Side> sides, Endpoint provider, Endpoint requirer) {
        if (!provider.interfaceName().equals(requirer.interfaceName())) {
            add(
                    relation,
                    "mismatched interface between "
                            + quote(sides.getFirst().toString())
                            + " and "
                            + quote(sides.getLast().toString())
                            + " ("
                            + quote(provider.interfaceName())
                            + " vs "
                            + quote(requirer.interfaceName())
                            + ")");
        }
    }

    private Optional<CharmMetadata> charmOf(Side side, BundleCharms known) {
        BundleApplication application = bundle.applications().get(side.application());
        return application == null ? Optional.empty() : known.charm(application.charm());
    }

    private static Optional<Endpoint> provider(CharmMetadata charm, String name) {
        Optional<Endpoint> declared = withRole(charm, name, EndpointRole.PROVIDER);
        return declared.isEmpty() && name.equals(Endpoint.JUJU_INFO.name())
                ? Optional.of(Endpoint.JUJU_INFO)
                : declared;
    }

    private static Optional<Endpoint> requirer(CharmMetadata charm, String name) {
        return withRole(charm, name, EndpointRole.REQUIRER);
    }

    private static Optional<Endpoint> withRole(
            CharmMetadata charm, String name, EndpointRole role) {
        return charm.endpoints().stream()
                .filter(e -> e.role() == role && e.name().equals(name))
                .findFirst();
    }

    private Inferred infer(Side one, Side two, BundleCharms known) {
        for (Side side : List.of(one, two)) {
            BundleApplication application = bundle.applications().get(side.application());
            if (application == null) {
                return new Inferred(
                        List.of(), "application " + quote(side.application()) + " not found");
            }
            if (known.charm(application.charm()).isEmpty()) {
                return new Inferred(
                        List.of(),
                        "charm "
                                + quote(application.charm())
                                + " from application "
                                + quote(side.application())
                                + " not found");
            }
        }
        List<List<Endpoint>> candidates = new ArrayList<>();
        for (Endpoint first : possible(one, known)) {
            for (Endpoint second : possible(two, known)) {
                if (!one.application().equals(two.application())
                        && first.interfaceName().equals(second.interfaceName())
                        && first.role() != second.role()) {
                    candidates.add(List.of(first, second));
                }
            }
        }
        return choice(one, two, candidates);
    }

    private static Inferred choice(Side one, Side two, List<List<Endpoint>> candidates) {
        if (candidates.isEmpty()) {
            return new Inferred(List.of(), "no relations found");
        }
        List<List<Endpoint>> left = candidates;
        if (candidates.size() > 1) {
            left =
                    candidates.stream()
                            .filter(c -> c.stream().noneMatch(Endpoint::isImplicit))
                            .toList();
        }
        if (left.size() == 1) {
            List<Endpoint> pair = left.getFirst();
            return new Inferred(
                    List.of(
                            new Side(one.application(), pair.getFirst().name()),
                            new Side(two.application(), pair.getLast().name())),
                    "");
        }
        String keys =
                candidates.stream()
                        .map(c -> quote(key(one, two, c)))
                        .sorted()
                        .collect(Collectors.joining("; "));
        return new Inferred(
                List.of(), "ambiguous relation: " + one + " " + two + " could refer to " + keys);
    }

    /** Both sides in order of the alphabet, where the controller puts the requirer first. */
    private static String key(Side one, Side two, List<Endpoint> pair) {
        String first = one.application() + ":" + pair.getFirst().name();
        String second = two.application() + ":" + pair.getLast().name();
        return first.compareTo(second) <= 0 ? first + " " + second : second + " " + first;
    }

    /** Provided and required endpoints and the implicit one. */
    private List<Endpoint> possible(Side side, BundleCharms known) {
        List<Endpoint> all = new ArrayList<>(charmOf(side, known).orElseThrow().endpoints());
        all.add(Endpoint.JUJU_INFO);
        return all.stream()
                .filter(e -> e.role() != EndpointRole.PEER)
                .filter(e -> side.endpoint().isEmpty() || e.name().equals(side.endpoint()))
                .toList();
    }

    private void add(BundleRelation relation, String message) {
        add.accept(relation.place(), message);
    }

    private static String quote(String text) {
        return BundleText.quote(text);
    }
}
