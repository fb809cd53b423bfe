package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.juju.bundle.Bundle;
import org.maquete.juju.bundle.BundleChange;
import org.maquete.juju.bundle.BundleDeployer;
import org.maquete.juju.bundle.BundleFiles;
import org.maquete.juju.bundle.BundlePlan;
import org.maquete.juju.bundle.BundlePlanner;
import org.maquete.juju.bundle.BundleReader;
import org.maquete.juju.bundle.BundleReading;
import org.maquete.juju.bundle.DeployBundle;
import org.maquete.juju.bundle.ExistingModel;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.world.World;

/** {@code juju deploy ./bundle.yaml}: deployer/deployer.go and deployer/bundle.go of juju 3.6. */
final class BundleCall {

    // deployer.go, CharmOnlyFlags, in the order in which gnuflag visits them
    private static final List<String> CHARM_ONLY =
            List.of(
                    "attach-storage",
                    "base",
                    "bind",
                    "config",
                    "constraints",
                    "num-units",
                    "resource",
                    "series",
                    "to");

    private final CharmCatalog catalog;
    private final FlagResult.Parsed line;
    private final String file;

    private BundleCall(CharmCatalog catalog, FlagResult.Parsed line) {
        this.catalog = catalog;
        this.line = line;
        this.file = line.words().getFirst();
    }

    /** How the machines of a bundle are mapped to those of the model. */
    record Mapping(boolean existing, Map<String, String> machines) {}

    /** Deploys the file that the words name. */
    static Call of(CharmCatalog catalog, FlagResult.Parsed line) {
        BundleCall call = new BundleCall(catalog, line);
        return Call.of((session, world) ->
                Focus.model(line, session, world, model -> call.act(model.key(), session, world)));
    }

    /** A file of this name may be meant, or a charm. */
    static Optional<Call> ambiguous(FlagResult.Parsed line, Answer otherwise) {
        String word = line.words().getFirst();
        if (!word.endsWith(".yaml") && !word.endsWith(".yml")) {
            return Optional.empty();
        }
        String message =
                "The charm or bundle "
                        + ClientText.quote(word)
                        + " is ambiguous.\nTo deploy a local charm or bundle, run `juju deploy ./"
                        + word
                        + "`.\nTo deploy a charm or bundle from CharmHub, run `juju deploy ch:"
                        + word
                        + "`.";
        return Optional.of(
                Call.of((session, _) ->
                        session.file(word).isPresent()
                                ? Focus.reject(message, Ref.NONE)
                                : new Deed.Say(otherwise)));
    }

    /** Reads {@code existing,0=3}: parseMachineMap of deploy.go; or says what is wrong with it. */
    static org.maquete.juju.catalog.Parsed<Mapping> mapping(String text) {
        boolean existing = false;
        Map<String, String> machines = new TreeMap<>();
        for (String item : text.split(",", -1)) {
            String part = item.strip();
            if (part.equals("existing")) {
                existing = true;
            } else if (!part.isEmpty()) {
                String[] pair = part.split("=", -1);
                if (pair.length != 2) {
                    return new org.maquete.juju.catalog.Parsed.Refused<>(
                            "error in --map-machines: expected \"existing\" or"
                                    + " \"<bundle-id>=<machine-id>\", got "
                                    + ClientText.quote(part));
                }
                machines.put(pair[0].strip(), pair[1].strip());
            }
        }
        return new org.maquete.juju.catalog.Parsed.Good<>(new Mapping(existing, machines));
    }

    private Deed act(String model, Session session, World world) {
        Optional<String> text = session.file(file);
        if (text.isEmpty()) {
            // GUESS, text: what juju 3.6 says in the end about a path that is not there
            return Focus.reject(
                    "charm or bundle at " + ClientText.quote(file) + " not found",
                    new Ref("file", file));
        }
        List<String> wrong =
                CHARM_ONLY.stream()
                        .filter(flag -> line.text(flag).isPresent())
                        .map(flag -> flag.equals("num-units") ? "-n" : "--" + flag)
                        .toList();
        if (!wrong.isEmpty()) {
            return reject(
                    "options provided but not supported when deploying a bundle: "
                            + String.join(", ", wrong));
        }
        List<SourceText> overlays = new ArrayList<>();
        for (String name : line.all("overlay")) {
            Optional<String> overlay = session.file(name);
            if (overlay.isEmpty()) {
                return Focus.reject(
                        "cannot deploy bundle: unable to process overlays: "
                                + ClientText.quote(name)
                                + " not found",
                        new Ref("file", name));
            }
            overlays.add(new SourceText(name, overlay.get()));
        }
        SourceText base = new SourceText(file, text.get());
        return switch (BundleReader.read(base, overlays, new Beside(session, file))) {
            case BundleReading.Refused refused ->
                    reject("cannot deploy bundle: " + refused.message());
            case BundleReading.Composed composed -> deploy(composed, model, world);
        };
    }

    private Deed deploy(BundleReading.Composed read, String model, World world) {
        Bundle bundle = read.bundle();
        List<String> needTrust = BundlePlanner.needTrust(bundle);
        if (!needTrust.isEmpty() && !line.flag("trust") && !line.flag("force")) {
            return reject(
                    "Bundle cannot be deployed without trusting applications with your cloud"
                            + " credentials.\nPlease repeat the deploy command with the --trust"
                            + " argument if you consent to trust the following application(s):\n"
                            + "  - "
                            + String.join("\n  - ", needTrust));
        }
        Mapping mapping = mapping(line.text("map-machines").orElse("")).orElseThrow();
        ExistingModel existing =
                ExistingModel.of(world, model, mapping.machines(), mapping.existing());
        BundlePlanner.Wish wish = new BundlePlanner.Wish(line.flag("force"), line.flag("trust"));
        return switch (BundlePlanner.plan(bundle, catalog, existing, wish)) {
            case BundlePlan.NotModelled(String feature) -> new Deed.NotModelled(feature);
            case BundlePlan.Refused(String message) -> reject("cannot deploy bundle: " + message);
            case BundlePlan.Changes(List<String> located, List<BundleChange> changes) ->
                    carryOut(model, located, changes, read);
        };
    }

    private Deed carryOut(
            String model,
            List<String> located,
            List<BundleChange> changes,
            BundleReading.Composed read) {
        String warning = line.flag("dry-run") ? ReadOver.warning(read.notes()) : "";
        String told = warning + String.join("\n", located) + "\n";
        if (changes.isEmpty()) {
            return new Deed.Say(Answer.told(told + "No changes to apply.\n"));
        }
        if (line.flag("dry-run")) {
            String list = "Changes to deploy bundle:\n" + BundleDeployer.list(changes);
            return new Deed.Say(new Answer(list, told, 0));
        }
        return new Deed.Ask(new DeployBundle(model, located, changes, ReadOver.lines(read)));
    }

    private static Deed reject(String message) {
        return Focus.reject(message, Ref.NONE);
    }

    /** The files of the session, seen from the folder of the bundle. */
    private record Beside(Session session, String bundle) implements BundleFiles {

        private String beside(String path) {
            boolean isRooted = path.startsWith("/") || path.startsWith("~");
            String folder = bundle.substring(0, bundle.lastIndexOf('/') + 1);
            String inside = path.startsWith("./") ? path.substring(2) : path;
            return isRooted ? path : folder + inside;
        }

        @Override
        public Optional<String> text(String path) {
            return session.file(beside(path));
        }

        @Override
        public Optional<String> trouble(String path) {
            return text(path).isPresent() ? Optional.empty() : Optional.of(NONE);
        }

        @Override
        public String absolute(String path) {
            String at = beside(path);
            String inside = at.startsWith("./") ? at.substring(2) : at;
            return at.startsWith("/") ? at : HOME + inside;
        }
    }

    // the folder in which the person works, as the operator's shell has it: GUESS
    private static final String HOME = "/home/ubuntu/";
}
