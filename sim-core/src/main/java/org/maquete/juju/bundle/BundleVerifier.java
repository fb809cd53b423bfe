package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.ConstraintSyntax;
import org.maquete.juju.catalog.OptionValues;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.maquete.kernel.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Verifies a bundle: juju/charm bundledata.go, verifyBundle, and what cmd/juju/application/bundle
 * puts before it. The order of the checks is Juju's; inside one check Juju goes through a Go map in
 * random order, this goes through the file.
 *
 * <p>{@code juju deploy} verifies without charms; only with them come the checks of options,
 * bindings, subordinates and endpoints.
 */
final class BundleVerifier {

    private final Bundle bundle;
    private final BundleFiles files;
    private final boolean isBase;
    private final List<BundleProblem> problems = new ArrayList<>();
    private final Map<String, Integer> machineUses = new LinkedHashMap<>();

    /**
     * A verifier of this bundle.
     *
     * @param isBase whether it is the first document alone, which may not name an image
     */
    BundleVerifier(Bundle bundle, BundleFiles files, boolean isBase) {
        this.bundle = bundle;
        this.files = files;
        this.isBase = isBase;
    }

    /** All problems, in Juju's order. */
    List<BundleProblem> verify(Optional<BundleCharms> charms) {
        if (!bundle.type().isEmpty() && !bundle.isKubernetes()) {
            add(bundle.place(), "bundle has an invalid type " + quote(bundle.type()));
        }
        if (bundle.isKubernetes() && !bundle.machines().isEmpty()) {
            add(bundle.place(), "bundle machines not valid for Kubernetes bundles");
        }
        if (!bundle.series().isEmpty() && !BundleNames.isSeries(bundle.series())) {
            add(bundle.place(), "bundle declares an invalid series " + quote(bundle.series()));
        }
        if (isBadRelease(bundle.defaultBase())) {
            add(bundle.place(), "bundle declares an invalid base " + quote(bundle.defaultBase()));
        }
        bundle.saas().values().forEach(this::saas);
        machines().forEach((id, machine) -> machineUses.put(id, 0));
        machines().values().forEach(this::machine);
        new ApplicationChecks(bundle, files, isBase, this::add, machineUses).verify(charms);
        new RelationChecks(bundle, charms, this::add).verify();
        charms.ifPresent(known -> {
            options(known);
            bindings(known);
        });
        for (BundleMachine machine : machines().values()) {
            if (machineUses.getOrDefault(machine.id(), 0) == 0) {
                add(
                        machine.place(),
                        "machine "
                                + quote(machine.id())
                                + " is not referred to by a placement directive");
            }
        }
        // Juju loses this one when nothing else is wrong: verifyBundle returns the other's error
        if (!problems.isEmpty()) {
            mixedReleases().ifPresent(problem -> problems.addFirst(problem));
        }
        return problems;
    }

    private Map<String, BundleMachine> machines() {
        return bundle.isKubernetes() ? Collections.emptyMap() : bundle.machines();
    }

    private void saas(BundleSaas saas) {
        String name = saas.name();
        if (bundle.applications().containsKey(name)) {
            add(
                    saas.place(),
                    "application "
                            + quote(name)
                            + " already exists with SAAS "
                            + quote(name)
                            + " name");
        }
        if (!BundleNames.isApplication(name)) {
            add(saas.place(), "invalid SAAS name " + quote(name) + " found");
        }
        if (!saas.url().isEmpty() && !DeviceSyntax.isOfferUrl(saas.url())) {
            add(saas.place(), "invalid offer URL " + quote(saas.url()) + " for SAAS " + name);
        }
    }

    private void machine(BundleMachine machine) {
        String id = quote(machine.id());
        if (!BundleNames.isNumber(machine.id())) {
            add(machine.place(), "invalid machine id " + id + " found in machines");
        }
        constraintRefusal(machine.constraints(), isBase)
                .ifPresent(why ->
                        add(
                                machine.place(),
                                "invalid constraints "
                                        + quote(machine.constraints())
                                        + " in machine "
                                        + id
                                        + ": "
                                        + why));
        if (!machine.series().isEmpty() && !BundleNames.isSeries(machine.series())) {
            add(
                    machine.place(),
                    "invalid series " + quote(machine.series()) + " for machine " + id);
        }
        if (isBadRelease(machine.base())) {
            add(machine.place(), "invalid base " + quote(machine.base()) + " for machine " + id);
        }
    }

    private void options(BundleCharms charms) {
        for (BundleApplication application : bundle.applications().values()) {
            Optional<CharmMetadata> charm = charms.charm(application.charm());
            if (charm.isPresent()) {
                application
                        .options()
                        .forEach((name, value) -> option(application, charm.get(), name, value));
            }
        }
    }

    private void option(
            BundleApplication application, CharmMetadata charm, String name, Node value) {
        String prefix = "cannot validate application " + quote(application.name()) + ": ";
        if (charm.option(name).isEmpty()) {
            add(
                    Nodes.place(value),
                    prefix
                            + "configuration option "
                            + quote(name)
                            + " not found in charm "
                            + quote(application.charm()));
            return;
        }
        OptionValues.refusal(charm, name, value)
                .ifPresent(why -> add(Nodes.place(value), prefix + why));
    }

    private void bindings(BundleCharms charms) {
        for (BundleApplication application : bundle.applications().values()) {
            Optional<CharmMetadata> charm =
                    charms.charm(application.charm()).or(() -> charms.charm(application.name()));
            if (charm.isEmpty()) {
                continue;
            }
            application
                    .bindings()
                    .forEach((endpoint, space) -> {
                        if (charm.get().endpoint(endpoint).isEmpty()
                                && !charm.get().bindings().contains(endpoint)) {
                            add(
                                    application.placeOf("bindings"),
                                    "application "
                                            + quote(application.name())
                                            + " wants to bind endpoint "
                                            + quote(endpoint)
                                            + " to space "
                                            + quote(space)
                                            + ", but the endpoint is not defined by the charm");
                        }
                    });
        }
    }

    /** The first place at which series and base are not the same: verifyMixedSeriesBasesMatch. */
    private Optional<BundleProblem> mixedReleases() {
        Optional<BundleProblem> found =
                mixed(bundle.place(), "bundle ", bundle.series(), bundle.defaultBase());
        for (BundleMachine machine : bundle.machines().values()) {
            String what = "machine " + quote(machine.id()) + " ";
            found = found.or(() -> mixed(machine.place(), what, machine.series(), machine.base()));
        }
        for (BundleApplication application : bundle.applications().values()) {
            String what = "application " + quote(application.name()) + " ";
            found =
                    found.or(() ->
                            mixed(
                                    application.place(),
                                    what,
                                    application.series(),
                                    application.base()));
        }
        return found;
    }

    private static Optional<BundleProblem> mixed(
            Place place, String what, String series, String base) {
        if (series.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        return switch (Bases.parse(base)) {
            case Parsed.Refused<OsRelease>(String message) ->
                    Optional.of(new BundleProblem(place, message));
            case Parsed.Good<OsRelease>(OsRelease release) ->
                    Bases.seriesOf(release).filter(series::equals).isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new BundleProblem(
                                            place,
                                            what
                                                    + "series "
                                                    + quote(series)
                                                    + " and base "
                                                    + quote(base)
                                                    + " must match if both supplied"));
        };
    }

    /** Whether juju/charm's ParseBase refuses it; a base that is not given is right. */
    static boolean isBadRelease(String base) {
        if (base.isEmpty()) {
            return false;
        }
        return !(Bases.parse(base) instanceof Parsed.Good<OsRelease>(OsRelease release)
                && Bases.isKnownSystem(release.os()));
    }

    /** Why Juju does not take the constraints, or empty. */
    static Optional<String> constraintRefusal(String constraints, boolean isBase) {
        Optional<String> refusal = ConstraintSyntax.refusal(constraints);
        if (refusal.isEmpty() && isBase && ConstraintSyntax.has(constraints, "image-id")) {
            return Optional.of("'image-id' constraint in a base bundle not supported");
        }
        return refusal;
    }

    private void add(Place place, String message) {
        problems.add(new BundleProblem(place, message));
    }

    private static String quote(String text) {
        return BundleText.quote(text);
    }
}
