package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Nearest;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.juju.Application;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Model;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Applications, machines, files, options and charms that a command wants and that are not there.
 */
final class ModelRemedy implements Remedy {

    private final CharmCatalog catalog;

    ModelRemedy(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        if (!line.startsWith("juju")) {
            return Optional.empty();
        }
        String name = refusal.missed().name();
        return switch (refusal.missed().kind()) {
            case "application" -> Optional.of(application(name, line, world));
            case "machine" -> Optional.of(machine(name, refusal, world));
            case "file" -> Optional.of(file(name, line));
            case "setting" -> Optional.of(setting(name, line));
            case "option" -> Optional.of(option(name, line, world));
            case "charm" -> Optional.of(charm(name, line, refusal));
            default -> Optional.empty();
        };
    }

    private Diagnosis application(String name, TypedLine line, World world) {
        String here = JujuView.currentModel(world).map(Model::key).orElse("");
        Optional<Application> elsewhere =
                world.table(JujuTables.APPLICATIONS).stream()
                        .filter(a -> a.name().equals(name) && !a.model().equals(here))
                        .findFirst();
        if (elsewhere.isPresent()) {
            return elsewhere(elsewhere.get(), line, world);
        }
        List<String> names =
                JujuView.applications(world, here).stream().map(Application::name).toList();
        Words why =
                new Words(
                        "The model has no application " + name + ".",
                        "O modelo não tem uma aplicação " + name + ".");
        Optional<String> near = Nearest.of(name, names, 2);
        Cure cure = Cure.advice(why);
        if (near.isPresent()) {
            cure = Cure.instead(why, LineText.replacing(line, name, near.get()));
        } else if (catalog.find(name).isPresent()) {
            String channel = catalog.find(name).get().channel().toString();
            cure = Cure.before(why, "juju deploy --channel " + channel + " " + name);
        }
        return new Diagnosis("juju.app-missing", Severity.ERROR, why, List.of(cure));
    }

    /** It is in another model: go there, and take along what the line names besides. */
    private static Diagnosis elsewhere(Application found, TypedLine line, World world) {
        String model = found.model();
        String shortName = model.substring(model.indexOf(':') + 1);
        Words why =
                new Words(
                        "The application "
                                + found.name()
                                + " is in the model "
                                + shortName
                                + ", not in the one the client is in.",
                        "A aplicação "
                                + found.name()
                                + " está no modelo "
                                + shortName
                                + ", não naquele em que o cliente está.");
        List<String> lines = new ArrayList<>();
        for (String word : line.words().subList(2, line.words().size())) {
            int colon = word.indexOf(':');
            String name = colon < 0 ? word : word.substring(0, colon);
            Optional<Application> here =
                    JujuView.currentModel(world)
                            .flatMap(m -> JujuView.application(world, m.key(), name));
            if (here.isPresent() && JujuView.application(world, model, name).isEmpty()) {
                lines.add(deploy(here.get(), model));
            }
        }
        lines.add(LineText.adding(line, line.words().get(1), "-m " + model));
        return new Diagnosis(
                "juju.app-missing",
                Severity.ERROR,
                why,
                List.of(Cure.instead(why, lines.toArray(String[]::new))));
    }

    private static String deploy(Application application, String model) {
        String alias =
                application.name().equals(application.charm()) ? "" : " " + application.name();
        String placement = model.endsWith(":controller") ? " --to lxd:0" : "";
        return "juju deploy -m "
                + model
                + placement
                + " --channel "
                + application.channel()
                + " "
                + application.charm()
                + alias;
    }

    private static Diagnosis machine(String name, Refusal refusal, World world) {
        boolean isThere =
                JujuView.currentModel(world)
                        .flatMap(m -> JujuView.machine(world, m.key(), name))
                        .isPresent();
        if (isThere && refusal.message().contains("not started")) {
            Words why =
                    new Words(
                            "Machine " + name + " is still being installed.",
                            "A máquina " + name + " ainda está sendo instalada.");
            return new Diagnosis(
                    "juju.machine-not-started",
                    Severity.ERROR,
                    why,
                    List.of(Cure.before(why, "juju wait-for machine " + name + " --timeout=60m")));
        }
        List<String> names =
                JujuView.currentModel(world).stream()
                        .flatMap(m -> JujuView.machines(world, m.key()).stream())
                        .map(org.maquete.juju.Machine::name)
                        .toList();
        Words why =
                new Words(
                        "The model has no machine "
                                + name
                                + ". It has: "
                                + (names.isEmpty() ? "none" : String.join(", ", names))
                                + ".",
                        "O modelo não tem uma máquina "
                                + name
                                + ". Ele tem: "
                                + (names.isEmpty() ? "nenhuma" : String.join(", ", names))
                                + ".");
        return new Diagnosis(
                "juju.machine-missing", Severity.ERROR, why, List.of(Cure.advice(why)));
    }

    /** An option file that the document never shows: as if it held the defaults of the charm. */
    private static Diagnosis file(String name, TypedLine line) {
        String key = ConfiguredName.of(line);
        Words why =
                new Words(
                        "The document never shows " + name + "; nobody knows what was in it.",
                        "O documento nunca mostra " + name + "; ninguém sabe o que havia nele.");
        boolean isBundle = ConfiguredName.charm(line).filter(name::equals).isPresent();
        if (key.isEmpty() || isBundle) {
            return new Diagnosis(
                    "juju.file-missing", Severity.ERROR, why, List.of(Cure.advice(why)));
        }
        if (LineText.whole(line).contains("--overlay")) {
            return overlay(name, why);
        }
        Words content =
                new Words(
                        "Write it; empty it means the defaults of the charm.",
                        "Escreva-o; vazio ele vale pelos padrões do charm.");
        return new Diagnosis(
                "juju.file-missing",
                Severity.ERROR,
                why,
                List.of(Cure.file(content, name, List.of(key + ": {}"))));
    }

    private static Diagnosis overlay(String name, Words why) {
        Words content =
                new Words(
                        "Write it; without applications it changes nothing.",
                        "Escreva-o; sem aplicações ele não muda nada.");
        return new Diagnosis(
                "juju.file-missing",
                Severity.ERROR,
                why,
                List.of(Cure.file(content, name, List.of("applications: {}"))));
    }

    /** An option file without the section of this application. */
    private static Diagnosis setting(String application, TypedLine line) {
        Words why =
                new Words(
                        "The file has no section "
                                + application
                                + ", or one that Juju does not take.",
                        "O arquivo não tem uma seção "
                                + application
                                + ", ou tem uma que o Juju não aceita.");
        String without = LineText.whole(line).replaceFirst("\\s--config[ =]\\S+", "");
        return new Diagnosis(
                "juju.settings-wrong", Severity.ERROR, why, List.of(Cure.instead(why, without)));
    }

    private Diagnosis option(String option, TypedLine line, World world) {
        Optional<CharmMetadata> charm = charmOf(line, world);
        List<String> options = charm.map(c -> List.copyOf(c.options().keySet())).orElse(List.of());
        boolean exists = options.contains(option);
        Optional<String> near = exists ? Optional.empty() : Nearest.of(option, options, 3);
        String name = charm.map(CharmMetadata::name).orElse("");
        Words why =
                exists
                        ? new Words(
                                "The option "
                                        + option
                                        + " of "
                                        + name
                                        + " does not take this value.",
                                "A opção " + option + " de " + name + " não aceita este valor.")
                        : new Words(
                                "The charm " + name + " has no option " + option + ".",
                                "O charm " + name + " não tem uma opção " + option + ".");
        Cure cure =
                near.isPresent()
                        ? Cure.instead(why, LineText.whole(line).replace(option, near.get()))
                        : Cure.advice(why);
        return new Diagnosis("juju.option-unknown", Severity.ERROR, why, List.of(cure));
    }

    private Optional<CharmMetadata> charmOf(TypedLine line, World world) {
        String name = ConfiguredName.of(line);
        return JujuView.currentModel(world)
                .flatMap(m -> JujuView.application(world, m.key(), name))
                .map(Application::charm)
                .or(() -> ConfiguredName.charm(line))
                .flatMap(catalog::find);
    }

    private Diagnosis charm(String name, TypedLine line, Refusal refusal) {
        Optional<String> near =
                catalog.find(name).isPresent()
                        ? Optional.empty()
                        : Nearest.of(name, catalog.names(), 2);
        Words why =
                near.isPresent()
                        ? new Words(
                                "There is no charm " + name + "; there is " + near.get() + ".",
                                "Não há um charm " + name + "; há " + near.get() + ".")
                        : new Words(refusal.message(), refusal.message());
        Cure cure =
                near.isPresent()
                        ? Cure.instead(why, LineText.replacing(line, name, near.get()))
                        : Cure.advice(why);
        return new Diagnosis("juju.charm-missing", Severity.ERROR, why, List.of(cure));
    }
}
