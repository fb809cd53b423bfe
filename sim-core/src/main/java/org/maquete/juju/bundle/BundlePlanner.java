package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.juju.Application;
import org.maquete.juju.Binding;
import org.maquete.juju.JujuView;
import org.maquete.juju.Setting;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.Channel;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.OptionSettings;
import org.maquete.juju.catalog.OptionValues;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The changes that bring a model to what a verified bundle says: juju 3.6 core/bundle/changes.
 * Applications come first, each with its charm, then machines, relations, units; then each change
 * is put behind those it needs.
 */
public final class BundlePlanner {

    // what Juju asks Charmhub for unless a constraint says otherwise: juju 3.6 core/arch
    private static final String USUAL_ARCH = "amd64";

    private static final String TRUST = "trust";

    private final Bundle bundle;
    private final CharmCatalog catalog;
    private final ExistingModel model;
    private final Wish wish;
    private final Drafts drafts = new Drafts();
    private final Map<String, String> applicationChanges = new TreeMap<>();
    private final Map<String, String> charmChanges = new TreeMap<>();

    private BundlePlanner(Bundle bundle, CharmCatalog catalog, ExistingModel model, Wish wish) {
        this.bundle = bundle;
        this.catalog = catalog;
        this.model = model;
        this.wish = wish;
    }

    /** Why there are no changes. */
    static final class Stop extends Exception {

        private static final long serialVersionUID = 1;

        private final transient BundlePlan plan;

        Stop(BundlePlan plan) {
            super("", null, false, false);
            this.plan = plan;
        }
    }

    /** What the flags {@code --force} and {@code --trust} say. */
    public record Wish(boolean force, boolean trust) {}

    /** Plans a bundle that {@link BundleReader} has composed. */
    public static BundlePlan plan(
            Bundle bundle, CharmCatalog catalog, ExistingModel model, Wish wish) {
        try {
            return new BundlePlanner(bundle, catalog, model, wish).plan();
        } catch (Stop stop) {
            return stop.plan;
        }
    }

    /** The applications that want the credentials of the cloud, sorted. */
    public static List<String> needTrust(Bundle bundle) {
        return bundle.applications().values().stream()
                .filter(BundlePlanner::needsTrust)
                .map(BundleApplication::name)
                .sorted()
                .toList();
    }

    private static boolean needsTrust(BundleApplication application) {
        Node option = application.options().getOrDefault(TRUST, Nodes.NOTHING);
        return application.trust() || Nodes.text(option).equals("true");
    }

    private BundlePlan plan() throws Stop {
        if (bundle.isKubernetes()) {
            return new BundlePlan.NotModelled("bundles for Kubernetes models");
        }
        if (!bundle.saas().isEmpty()) {
            return new BundlePlan.NotModelled("offers of other models in a bundle (saas)");
        }
        MachineMapping.infer(bundle, model);
        List<String> located = located();
        for (BundleApplication application : applications()) {
            if (!application.offers().isEmpty()) {
                return new BundlePlan.NotModelled("offers in a bundle");
            }
            application(application);
        }
        Map<String, String> machineIds = new LinkedHashMap<>();
        Map<String, String> machineChanges = machines(machineIds);
        relations();
        new UnitPlanner(bundle, model, drafts, applicationChanges)
                .plan(applications(), machineChanges, machineIds);
        for (Map.Entry<String, String> machine : machineChanges.entrySet()) {
            if (drafts.isUnused(machine.getValue())) {
                return new BundlePlan.Refused(inconsistent(machine.getKey()));
            }
        }
        return new BundlePlan.Changes(located, drafts.sorted());
    }

    private List<BundleApplication> applications() {
        List<BundleApplication> sorted = new ArrayList<>(bundle.applications().values());
        sorted.sort((a, b) -> JujuView.NATURAL.compare(a.name(), b.name()));
        return sorted;
    }

    /** What is told about each charm: formatLocatedText of deployer/charm.go. */
    private List<String> located() throws Stop {
        List<String> located = new ArrayList<>();
        for (BundleApplication application : new TreeMap<>(bundle.applications()).values()) {
            CharmMetadata charm = charm(application);
            String channel =
                    application.channel().isEmpty()
                            ? charm.channel().toString()
                            : channel(application.channel());
            located.add(
                    "Located charm "
                            + BundleText.quote(charm.name())
                            + " in charm-hub, channel "
                            + channel);
        }
        return located;
    }

    private static String channel(String typed) throws Stop {
        return switch (Channel.parse(typed)) {
            case Parsed.Good<Channel>(Channel channel) -> channel.toString();
            case Parsed.Refused<Channel>(String message) ->
                    throw new Stop(new BundlePlan.Refused(message));
        };
    }

    private CharmMetadata charm(BundleApplication application) throws Stop {
        String written = application.charm();
        if (application.isLocal() || !(CharmUrl.parse(written) instanceof CharmUrl.Read(var url))) {
            throw new Stop(new BundlePlan.NotModelled("deploying the file " + written));
        }
        if (!url.isCharmhub()) {
            throw new Stop(new BundlePlan.NotModelled("deploying the charm " + written));
        }
        Optional<CharmMetadata> charm = catalog.find(url.name());
        if (charm.isEmpty()) {
            throw new Stop(new BundlePlan.NotModelled("the charm " + url.name()));
        }
        return charm.get();
    }

    /** The base of an application in the form in which commands take it, or empty. */
    static String displayed(Bundle bundle, BundleApplication application) throws Stop {
        return display(release(bundle, application));
    }

    /** The base as Juju prints it, or empty: getBase of handlers.go. */
    private static String release(Bundle bundle, BundleApplication application) throws Stop {
        if (!application.base().isEmpty() || !application.series().isEmpty()) {
            return release(application.base(), application.series());
        }
        if (CharmUrl.parse(application.charm()) instanceof CharmUrl.Read(CharmUrl url)
                && !url.series().isEmpty()) {
            return release("", url.series());
        }
        return release(bundle.defaultBase(), bundle.series());
    }

    private static String release(String base, String series) throws Stop {
        if (base.isEmpty() && series.isEmpty()) {
            return "";
        }
        Parsed<OsRelease> parsed = base.isEmpty() ? Bases.ofSeries(series) : Bases.parse(base);
        return switch (parsed) {
            case Parsed.Good<OsRelease>(OsRelease release) -> release.toString();
            case Parsed.Refused<OsRelease>(String message) ->
                    throw new Stop(new BundlePlan.Refused(message));
        };
    }

    /** The form in which commands take a base. */
    private static String display(String release) {
        return release.isEmpty() ? "" : Bases.parse(release).orElseThrow().display();
    }

    private void application(BundleApplication application) throws Stop {
        Optional<Application> existing = model.application(application.name());
        CharmMetadata charm = charm(application);
        String release = release(bundle, application);
        String charmChange = charmChange(application, charm, release);
        if (existing.isPresent()) {
            changed(application, charm, existing.get());
        } else {
            added(application, charm, release, charmChange);
        }
        if (!application.annotations().isEmpty() && existing.isEmpty()) {
            // what a model's annotations are is not modelled, so those that are there stay
            drafts.add(
                    "setAnnotations",
                    List.of(applicationChanges.getOrDefault(application.name(), "")),
                    told("set annotations for " + application.name()));
        }
    }

    /** The change that adds the charm, or empty when the model or an earlier one has it. */
    private String charmChange(BundleApplication application, CharmMetadata charm, String release) {
        String arch = arch(application.constraints());
        OptionalInt revision = application.revision();
        String key =
                String.join(
                        " ",
                        charm.name(),
                        arch,
                        release,
                        application.channel(),
                        revision.isPresent() ? revision.toString() : "");
        if (charmChanges.containsKey(key)) {
            return charmChanges.getOrDefault(key, "");
        }
        boolean isThere =
                model.applications().stream()
                        .anyMatch(a ->
                                a.charm().equals(charm.name())
                                        && (release.isEmpty() || a.base().equals(display(release)))
                                        && isSameChannel(application, a.channel()));
        if (isThere) {
            return "";
        }
        String from =
                revision.isPresent()
                        ? " with revision " + revision.getAsInt()
                        : prefixed(" from channel ", application.channel());
        String text =
                "upload charm "
                        + charm.name()
                        + " from charm-hub"
                        + prefixed(" for base ", release)
                        + from
                        + " with architecture="
                        + arch;
        String id = drafts.add("addCharm", List.of(), told(text)).id();
        charmChanges.put(key, id);
        return id;
    }

    private static boolean isSameChannel(BundleApplication application, String other) {
        return application.channel().isEmpty() || plain(application.channel()).equals(plain(other));
    }

    private static String plain(String channel) {
        String full =
                Channel.parse(channel) instanceof Parsed.Good<Channel>(Channel parsed)
                        ? parsed.toString()
                        : channel;
        return full.startsWith("latest/") ? full.substring("latest/".length()) : full;
    }

    private static String arch(String constraints) {
        for (String word : constraints.split(" +", -1)) {
            if (word.startsWith("arch=") && word.length() > 5) {
                return word.substring(5);
            }
        }
        return USUAL_ARCH;
    }

    private void added(
            BundleApplication application,
            CharmMetadata charm,
            String release,
            String charmChange) {
        String name = application.name();
        String text =
                "deploy application "
                        + name
                        + " from charm-hub"
                        + prefixed(" on ", release)
                        + prefixed(" with ", application.channel())
                        + (name.equals(charm.name()) ? "" : " using " + charm.name());
        OptionSettings options = options(application, charm);
        String wrong = options.problems().isEmpty() ? "" : options.problems().getFirst().message();
        List<Setting> settings = settings(options);
        if (wish.trust() && needsTrust(application)) {
            settings.removeIf(setting -> setting.option().equals(TRUST));
            settings.add(new Setting(TRUST, "true"));
        }
        List<Binding> bindings = new ArrayList<>();
        application.bindings().forEach((end, space) -> bindings.add(new Binding(end, space)));
        List<String> requires = charmChange.isEmpty() ? List.of() : List.of(charmChange);
        String id =
                drafts.add(
                                "deploy",
                                requires,
                                change ->
                                        new BundleChange.AddApplication(
                                                change,
                                                List.of(text),
                                                name,
                                                charm.name(),
                                                application.channel(),
                                                display(release),
                                                application.constraints(),
                                                settings,
                                                bindings,
                                                wrong))
                        .id();
        applicationChanges.put(name, id);
        if (application.expose() || !application.exposed().isEmpty()) {
            expose(application, List.of(id));
        }
    }

    private void expose(BundleApplication application, List<String> requires) {
        drafts.add(
                "expose",
                requires,
                change ->
                        new BundleChange.Expose(
                                change, ExposureText.of(application), application.name()));
    }

    private void changed(BundleApplication application, CharmMetadata charm, Application existing)
            throws Stop {
        String name = application.name();
        if (!existing.charm().equals(charm.name())) {
            throw new Stop(new BundlePlan.NotModelled("another charm for the application " + name));
        }
        if (!isSameChannel(application, existing.channel())) {
            if (!wish.force()) {
                throw new Stop(
                        new BundlePlan.Refused(
                                "upgrades not supported across channels (existing: "
                                        + BundleText.quote(existing.channel())
                                        + ", requested: "
                                        + BundleText.quote(application.channel())
                                        + "); use --force to override"));
            }
            throw new Stop(new BundlePlan.NotModelled("another channel for " + name));
        }
        if (!application.constraints().equals(existing.constraints())) {
            throw new Stop(new BundlePlan.NotModelled("other constraints for " + name));
        }
        List<Setting> changes =
                settings(options(application, charm)).stream()
                        .filter(setting -> !existing.settings().contains(setting))
                        .toList();
        if (!changes.isEmpty()) {
            drafts.add(
                    "setOptions",
                    List.of(),
                    change ->
                            new BundleChange.SetOptions(
                                    change,
                                    List.of("set application options for " + name),
                                    name,
                                    changes));
        }
        if (application.expose() && !existing.exposed()) {
            expose(application, List.of());
        }
    }

    private static OptionSettings options(BundleApplication application, CharmMetadata charm) {
        Node node = Nodes.mapping(application.options(), Nodes.NOTHING);
        return OptionValues.settings(charm, application.place().file(), (MappingNode) node);
    }

    private static List<Setting> settings(OptionSettings options) {
        List<Setting> settings = new ArrayList<>();
        options.values().forEach((name, value) -> settings.add(new Setting(name, value.text())));
        return settings;
    }

    /** A change for each machine that the model does not have; the ids that Juju expects. */
    private Map<String, String> machines(Map<String, String> machineIds) throws Stop {
        Map<String, String> changes = new LinkedHashMap<>();
        List<BundleMachine> sorted = new ArrayList<>(bundle.machines().values());
        sorted.sort((a, b) -> JujuView.NATURAL.compare(a.id(), b.id()));
        for (BundleMachine machine : sorted) {
            Optional<String> existing = model.mapped(machine.id());
            List<String> requires = List.of();
            String target = "existing machine " + existing.orElse("");
            if (existing.isEmpty()) {
                String id = model.nextMachine();
                String change = machine(machine, id);
                changes.put(machine.id(), change);
                machineIds.put(machine.id(), id);
                requires = List.of(change);
                target = "new machine " + id;
            }
            if (!machine.annotations().isEmpty() && existing.isEmpty()) {
                drafts.add("setAnnotations", requires, told("set annotations for " + target));
            }
        }
        return changes;
    }

    private String machine(BundleMachine machine, String id) throws Stop {
        boolean own = !machine.base().isEmpty() || !machine.series().isEmpty();
        String release =
                own
                        ? release(machine.base(), machine.series())
                        : release(bundle.defaultBase(), bundle.series());
        String renamed = machine.id().equals(id) ? "" : " (bundle machine " + machine.id() + ")";
        return drafts.add(
                        "addMachines",
                        List.of(),
                        change ->
                                new BundleChange.AddMachine(
                                        change,
                                        List.of("add new machine " + id + renamed),
                                        "",
                                        "",
                                        display(release),
                                        machine.constraints(),
                                        UnitPlanner.holders(drafts.applicationsFor(change))))
                .id();
    }

    private void relations() {
        for (BundleRelation relation : bundle.relations()) {
            String one = relation.endpoints().getFirst();
            String two = relation.endpoints().getLast();
            if (model.hasRelation(one, two)) {
                continue;
            }
            List<String> requires = new ArrayList<>();
            for (String side : List.of(one, two)) {
                String application = side.split(":", 2)[0];
                if (model.application(application).isEmpty()) {
                    requires.add(applicationChanges.getOrDefault(application, ""));
                }
            }
            String text = "add relation " + one + " - " + two;
            drafts.add(
                    "addRelation",
                    requires,
                    change -> new BundleChange.AddRelation(change, List.of(text), one, two));
        }
    }

    /** InconsistentMachineMapError of handlers.go. */
    private String inconsistent(String machine) {
        TreeSet<String> free = new TreeSet<>(JujuView.NATURAL);
        free.addAll(model.machines());
        bundle.machines().keySet().forEach(id -> model.mapped(id).ifPresent(free::remove));
        String ids = free.stream().map(BundleText::quote).collect(Collectors.joining(", "));
        String targets =
                switch (free.size()) {
                    case 0 -> "";
                    case 1 -> ", perhaps to unreferenced model machine " + ids;
                    default -> ", perhaps to one of model machines [" + ids + "]";
                };
        List<String> hosts =
                applications().stream()
                        .filter(a -> a.to().contains(machine))
                        .map(BundleApplication::name)
                        .toList();
        return "bundle and machine mapping are inconsistent: need an explicit entry mapping bundle"
                + " machine "
                + BundleText.quote(machine)
                + targets
                + (hosts.isEmpty()
                        ? ""
                        : " - the target should host [" + String.join(", ", hosts) + "]");
    }

    private static Drafts.Maker told(String text) {
        return id -> new BundleChange.Told(id, List.of(text));
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }
}
