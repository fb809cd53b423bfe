package org.maquete.juju.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Place;

/** What is looked at in each application: juju/charm bundledata.go, verifyApplications. */
final class ApplicationChecks {

    private final Bundle bundle;
    private final BundleFiles files;
    private final boolean isBase;
    private final BiConsumer<Place, String> add;
    private final Map<String, Integer> machineUses;

    ApplicationChecks(
            Bundle bundle,
            BundleFiles files,
            boolean isBase,
            BiConsumer<Place, String> add,
            Map<String, Integer> machineUses) {
        this.bundle = bundle;
        this.files = files;
        this.isBase = isBase;
        this.add = add;
        this.machineUses = machineUses;
    }

    void verify(Optional<BundleCharms> charms) {
        if (bundle.applications().isEmpty()) {
            add.accept(bundle.place(), "at least one application must be specified");
        }
        for (BundleApplication application : bundle.applications().values()) {
            if (!application.defined()) {
                add.accept(
                        application.place(),
                        "bundle application for key "
                                + quote(application.name())
                                + " is undefined");
                continue;
            }
            charm(application);
            releases(application);
            storage(application);
            offers(application);
            charms.ifPresent(known -> known(application, known));
            resources(application);
            units(application);
            exposure(application);
        }
    }

    private void charm(BundleApplication application) {
        String name = quote(application.name());
        Place place = application.placeOf("charm");
        if (application.charm().isEmpty()) {
            add.accept(place, "empty charm path");
        }
        if (bundle.saas().containsKey(application.name())) {
            add.accept(
                    application.place(),
                    "SAAS " + name + " already exists with application " + name + " name");
        }
        if (application.isLocal()) {
            path(application);
            return;
        }
        switch (CharmUrl.parse(application.charm())) {
            case CharmUrl.Wrong(String message) ->
                    add.accept(place, "invalid charm URL in application " + name + ": " + message);
            case CharmUrl.Read(CharmUrl url) -> {
                revision(application, url);
                if (!url.series().isEmpty()
                        && !application.series().isEmpty()
                        && !url.series().equals(application.series())) {
                    add.accept(
                            place,
                            "the charm URL for application "
                                    + name
                                    + " has a series which does not match, please remove the"
                                    + " series from the URL");
                }
            }
        }
    }

    private void path(BundleApplication application) {
        String name = quote(application.name());
        Place place = application.placeOf("charm");
        Optional<String> trouble = files.trouble(application.charm());
        if (trouble.isEmpty()) {
            return;
        }
        boolean missing = trouble.get().equals(BundleFiles.NONE);
        add.accept(
                place,
                missing
                        ? "charm path in application "
                                + name
                                + " does not exist: "
                                + files.absolute(application.charm())
                        : "invalid charm path in application " + name + ": " + trouble.get());
    }

    private void revision(BundleApplication application, CharmUrl url) {
        String name = quote(application.name());
        if (url.isCharmhub() && url.revision().isPresent()) {
            add.accept(
                    application.placeOf("charm"),
                    "cannot specify revision in "
                            + quote(url.toString())
                            + ", please use revision");
        }
        if (application.revision().isEmpty()) {
            return;
        }
        if (url.isCharmhub() && application.channel().isEmpty()) {
            add.accept(
                    application.placeOf("revision"),
                    "application "
                            + name
                            + " with a revision requires a channel for future upgrades, please"
                            + " use channel");
        }
        if (application.revision().getAsInt() < 0) {
            add.accept(
                    application.placeOf("revision"),
                    "the revision for application " + name + " must be zero or greater");
        }
    }

    private void releases(BundleApplication application) {
        String name = quote(application.name());
        if (!application.series().isEmpty() && !BundleNames.isSeries(application.series())) {
            add.accept(
                    application.placeOf("series"),
                    "application "
                            + name
                            + " declares an invalid series "
                            + quote(application.series()));
        }
        if (BundleVerifier.isBadRelease(application.base())) {
            add.accept(
                    application.placeOf("base"),
                    "application "
                            + name
                            + " declares an invalid base "
                            + quote(application.base()));
        }
        BundleVerifier.constraintRefusal(application.constraints(), isBase)
                .ifPresent(why ->
                        add.accept(
                                application.placeOf("constraints"),
                                "invalid constraints "
                                        + quote(application.constraints())
                                        + " in application "
                                        + name
                                        + ": "
                                        + why));
    }

    private void storage(BundleApplication application) {
        String name = quote(application.name());
        application
                .storage()
                .forEach((key, value) -> {
                    Place place = application.placeOf("storage");
                    if (!BundleNames.isApplication(key)) {
                        add.accept(
                                place,
                                "invalid storage name " + quote(key) + " in application " + name);
                    }
                    DeviceSyntax.storageRefusal(value)
                            .ifPresent(
                                    why -> add.accept(place, invalid("storage", key, name, why)));
                });
        application
                .devices()
                .forEach((key, value) -> {
                    Place place = application.placeOf("devices");
                    if (!BundleNames.isApplication(key)) {
                        add.accept(
                                place,
                                "invalid device name " + quote(key) + " in application " + name);
                    }
                    DeviceSyntax.deviceRefusal(value)
                            .ifPresent(why -> add.accept(place, invalid("device", key, name, why)));
                });
    }

    private static String invalid(String what, String key, String application, String why) {
        return "invalid " + what + " " + quote(key) + " in application " + application + ": " + why;
    }

    private void offers(BundleApplication application) {
        String name = quote(application.name());
        for (BundleOffer offer : application.offers()) {
            if (!BundleNames.isApplication(offer.name())) {
                add.accept(
                        offer.place(),
                        "invalid offer name " + quote(offer.name()) + " in application " + name);
            }
            for (String endpoint : offer.endpoints()) {
                if (!BundleNames.isRelation(endpoint)) {
                    add.accept(
                            offer.place(),
                            "invalid endpoint name "
                                    + quote(endpoint)
                                    + " for offer "
                                    + quote(offer.name())
                                    + " in application "
                                    + name);
                }
            }
        }
    }

    private void known(BundleApplication application, BundleCharms charms) {
        String name = quote(application.name());
        Optional<CharmMetadata> charm = charms.charm(application.charm());
        if (charm.isEmpty()) {
            add.accept(
                    application.placeOf("charm"),
                    "application "
                            + name
                            + " refers to non-existent charm "
                            + quote(application.charm()));
            return;
        }
        if (charm.get().subordinate() && !application.to().isEmpty()) {
            add.accept(
                    application.placeOf("to"),
                    "application " + name + " is subordinate but specifies unit placement");
        }
        if (charm.get().subordinate() && application.units() > 0) {
            add.accept(
                    application.placeOf("num_units"),
                    "application " + name + " is subordinate but has non-zero num_units");
        }
    }

    private void resources(BundleApplication application) {
        String name = quote(application.name());
        application
                .resources()
                .forEach((resource, numberOrText) -> {
                    if (resource.isEmpty()) {
                        add.accept(
                                application.placeOf("resources"),
                                "missing resource name on application " + name);
                    }
                    if (!numberOrText) {
                        // Juju names the application here, where the resource was meant
                        add.accept(
                                application.placeOf("resources"),
                                "resource revision " + name + " is not int or string");
                    }
                });
    }

    private void units(BundleApplication application) {
        String name = quote(application.name());
        if (application.units() < 0) {
            add.accept(
                    application.placeOf("num_units"),
                    "negative number of units specified on application " + name);
        }
        if (bundle.isKubernetes()) {
            nodeSelector(application);
        } else {
            placement(application);
        }
    }

    private void nodeSelector(BundleApplication application) {
        List<String> to = application.to();
        String name = quote(application.name());
        if (to.size() > 1) {
            add.accept(
                    application.placeOf("to"),
                    "too many placement directives for application " + name);
        } else if (to.size() == 1) {
            DeviceSyntax.pairsRefusal(to.getFirst())
                    .ifPresent(why ->
                            add.accept(
                                    application.placeOf("to"), why + " for application " + name));
        }
    }

    private void placement(BundleApplication application) {
        Place place = application.placeOf("to");
        if (application.units() >= 0 && application.to().size() > application.units()) {
            add.accept(
                    place,
                    "too many units specified in unit placement for application "
                            + quote(application.name()));
        }
        for (String item : application.to()) {
            Optional<UnitPlacement> placement = UnitPlacement.parse(item);
            if (placement.isEmpty()) {
                add.accept(place, "invalid placement syntax " + quote(item));
            } else if (!placement.get().application().isEmpty()) {
                beside(place, item, placement.get());
            } else if (!placement.get().isNew()) {
                onMachine(place, item, placement.get().machine());
            }
        }
    }

    private void beside(Place place, String item, UnitPlacement placement) {
        BundleApplication target = bundle.applications().get(placement.application());
        if (target == null) {
            add.accept(
                    place,
                    "placement "
                            + quote(item)
                            + " refers to an application not defined in this bundle");
        } else if (placement.unit() >= 0 && placement.unit() >= target.units()) {
            add.accept(
                    place,
                    "placement "
                            + quote(item)
                            + " specifies a unit greater than the "
                            + target.units()
                            + " unit(s) started by the target application");
        }
    }

    private void onMachine(Place place, String item, String machine) {
        if (machineUses.containsKey(machine)) {
            machineUses.merge(machine, 1, Integer::sum);
        } else {
            add.accept(
                    place,
                    "placement " + quote(item) + " refers to a machine not defined in this bundle");
        }
    }

    private void exposure(BundleApplication application) {
        String name = quote(application.name());
        if (application.exposed().isEmpty()) {
            return;
        }
        Place place = application.placeOf("exposed-endpoints");
        if (application.expose()) {
            add.accept(
                    place,
                    "exposed-endpoints cannot be specified together with \"exposed:true\" in"
                            + " application "
                            + name
                            + " as this poses a security risk when deploying bundles to older"
                            + " controllers");
            return;
        }
        for (BundleExposure exposure : application.exposed()) {
            for (String cidr : exposure.cidrs()) {
                if (!DeviceSyntax.isCidr(cidr)) {
                    add.accept(
                            place,
                            "invalid CIDR "
                                    + quote(cidr)
                                    + " for expose to CIDRs field for endpoint "
                                    + quote(exposure.endpoint())
                                    + " in application "
                                    + name);
                }
            }
        }
    }

    private static String quote(String text) {
        return BundleText.quote(text);
    }
}
