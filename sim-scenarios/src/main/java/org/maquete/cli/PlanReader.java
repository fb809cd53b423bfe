package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.kernel.Model;
import org.maquete.kernel.Settings;
import org.maquete.lab.Lab;
import org.maquete.lab.LabBuilder;
import org.maquete.lab.LabDescription;
import org.maquete.lab.LabProblem;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;
import org.maquete.lab.Library;
import org.maquete.lab.MaasInventory;
import org.maquete.operator.Pace;
import org.maquete.operator.PutFile;
import org.maquete.preflight.Plan;
import org.maquete.runbook.RunbookReader;
import org.maquete.runbook.SourceText;

/** Makes a plan of the files and options that a person named. */
final class PlanReader {

    /** The options of every command that runs a plan. */
    static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--lab",
                            "LAB",
                            "the lab, YAML or JSON, or machines as MAAS prints them;"
                                    + " default: five NUCs"),
                    Option.value("--lang", "en|pt", "the language of explanations; default: en"),
                    Option.value(
                            "--pace",
                            "patient|hasty",
                            "how the operator types; default: hasty for scripts, else patient"),
                    Option.value("--seed", "N", "the seed of all draws; default: the lab's, or 1"));

    private final Arguments arguments;
    private final Problems problems;
    private boolean bundle = false;

    PlanReader(Arguments arguments, Problems problems) {
        this.arguments = arguments;
        this.problems = problems;
    }

    String language() {
        return arguments.choice("--lang", List.of("en", "pt"));
    }

    /** The plan of the named files, or of {@code bundled} when none is named; empty on problems. */
    Optional<Plan> read(SourceText bundled) {
        return read(arguments.words(), bundled);
    }

    /** The plan of these files, or of {@code bundled} when there are none; empty on problems. */
    Optional<Plan> read(List<String> names, SourceText bundled) {
        List<SourceText> sources = new ArrayList<>();
        List<SourceText> bundles = new ArrayList<>();
        List<PutFile> files = new ArrayList<>();
        for (String name : names) {
            Optional<String> text = TextFiles.read(name, "a runbook", problems);
            text.ifPresent(t -> {
                SourceText source = new SourceText(name, t);
                if (isPartOfBundle(source, bundles)) {
                    bundles.add(source);
                } else if (BundleScript.isYaml(source)) {
                    problems.add(
                            name,
                            "a runbook or a bundle",
                            "YAML without applications",
                            "Maybe it is a lab, which goes after --lab, or an overlay, which"
                                    + " goes after its bundle.");
                } else {
                    sources.add(source);
                    files.addAll(BesideFiles.of(source));
                }
            });
        }
        if (names.isEmpty()) {
            sources.add(bundled);
        }
        Library library = Library.of(Bundled.charms());
        if (!sources.isEmpty()) {
            ReadAhead.start(library, sources);
        }
        Model model = Lab.model(library);
        Optional<LabDescription> lab = lab(model);
        files.addAll(BundleScript.files(bundles));
        if (sources.isEmpty() && !bundles.isEmpty() && lab.isPresent()) {
            bundle = true;
            sources.add(BundleScript.of(bundles, lab.get()));
        }
        OptionalLong seed = arguments.number("--seed");
        Pace pace = pace(sources);
        if (lab.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        Settings settings = LabBuilder.settings(lab.get());
        Settings seeded =
                new Settings(
                        seed.orElse(settings.seed()), settings.journal(), settings.overrides());
        return Optional.of(
                new Plan(model, seeded, LabBuilder.commands(lab.get()), files, sources, pace));
    }

    /** A file after a bundle is laid over it, whatever is in it. */
    private static boolean isPartOfBundle(SourceText source, List<SourceText> bundles) {
        return BundleScript.isBundle(source) || (!bundles.isEmpty() && BundleScript.isYaml(source));
    }

    /** Whether what was read is a bundle, and nothing that a person typed. */
    boolean isBundle() {
        return bundle;
    }

    /** The subsystems with the texts that come with the program. */
    static Model model() {
        return Lab.model(Library.of(Bundled.charms()));
    }

    private Pace pace(List<SourceText> sources) {
        boolean hastyByItself =
                !sources.isEmpty() && sources.stream().noneMatch(RunbookReader::isMarkdown);
        if (!arguments.has("--pace")) {
            return hastyByItself ? Pace.HASTY : Pace.PATIENT;
        }
        String pace = arguments.choice("--pace", List.of("patient", "hasty"));
        return pace.equals("hasty") ? Pace.HASTY : Pace.PATIENT;
    }

    /** The lab that was named, or the bundled one; empty on problems. */
    Optional<LabDescription> lab(Model model) {
        Optional<String> name = arguments.value("--lab");
        Optional<SourceText> text =
                name.isEmpty()
                        ? Optional.of(Bundled.lab())
                        : TextFiles.read(name.get(), "the description of a lab", problems)
                                .map(t -> new SourceText(name.get(), t));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (MaasInventory.isDocument(text.get().text())) {
            return inventory(text.get(), model);
        }
        return read(text.get(), model);
    }

    /** The lab of what MAAS printed. */
    private Optional<LabDescription> inventory(SourceText document, Model model) {
        return switch (MaasInventory.of(List.of(document))) {
            case MaasInventory.Made.LabFile(String lab) ->
                    read(new SourceText(document.name() + ".yaml", lab), model);
            case MaasInventory.Made.Wrong(List<LabProblem> list) -> {
                list.forEach(p -> problems.add(p.text()));
                yield Optional.empty();
            }
        };
    }

    private Optional<LabDescription> read(SourceText text, Model model) {
        return switch (LabReader.read(text.name(), text.text(), model.spans())) {
            case LabReading.Read(LabDescription lab) -> Optional.of(lab);
            case LabReading.Problems(List<LabProblem> list) -> {
                list.forEach(p -> problems.add(p.text()));
                yield Optional.empty();
            }
        };
    }
}
