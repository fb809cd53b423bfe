package org.maquete.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.Words;
import org.maquete.kernel.Place;
import org.maquete.kernel.SimTime;
import org.maquete.preflight.Numbered;
import org.maquete.preflight.Report;

/**
 * The report of a check as text: a block for each root cause, errors before warnings before notes,
 * each in order of place; then the figures and the verdict.
 */
public final class CheckText {

    private static final String INDENT = "    ";

    private final Report report;
    private final String language;
    private final boolean all;
    private final Map<String, Numbered> byId = new LinkedHashMap<>();
    private final Map<String, List<Numbered>> followers = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private CheckText(Report report, String language, boolean all) {
        this.report = report;
        this.language = language;
        this.all = all;
        report.findings().forEach(f -> byId.put(f.id(), f));
        for (Numbered numbered : report.findings()) {
            if (!numbered.isRoot()) {
                followers.computeIfAbsent(root(numbered), id -> new ArrayList<>()).add(numbered);
            }
        }
    }

    /**
     * The report as text.
     *
     * @param language {@code en} or {@code pt}
     * @param all whether what follows from a root is printed in full, and every note by itself
     */
    public static String of(Report report, String language, boolean all) {
        return new CheckText(report, language, all).print();
    }

    private String print() {
        blocks(Severity.ERROR);
        blocks(Severity.WARNING);
        notes();
        summary();
        return out.toString();
    }

    private String say(String en, String pt) {
        return new Words(en, pt).in(language);
    }

    /** The id at the end of the chain of causes; a chain longer than the report is cut. */
    private String root(Numbered numbered) {
        String id = numbered.id();
        Numbered at = numbered;
        for (int i = 0; i < report.findings().size() && !at.isRoot(); i++) {
            id = at.causedBy();
            at = byId.getOrDefault(id, numbered);
        }
        return id;
    }

    private void blocks(Severity severity) {
        for (Numbered numbered : report.findings()) {
            if (numbered.isRoot() && numbered.finding().severity() == severity) {
                block(numbered);
            }
        }
    }

    private void block(Numbered numbered) {
        header(numbered);
        out.append(Prose.prefixed(INDENT + "$ ", numbered.command()));
        out.append(Prose.prefixed(INDENT + "| ", numbered.finding().answer()));
        String cause = numbered.finding().cause().in(language);
        if (!cause.isEmpty()) {
            out.append(Prose.wrapped(INDENT, cause));
        }
        for (Cure cure : numbered.finding().cures()) {
            boolean isSaid = cure.lines().isEmpty() && cure.words().in(language).equals(cause);
            if (!isSaid) {
                cure(cure);
            }
        }
        following(numbered);
        out.append('\n');
    }

    private void header(Numbered numbered) {
        Finding finding = numbered.finding();
        out.append(numbered.id()).append(' ').append(severity(finding.severity()));
        if (finding.trouble() == Trouble.BLOCKED) {
            out.append(say(", accepted but blocked later", ", aceito mas bloqueado depois"));
        } else if (finding.trouble() == Trouble.SILENT) {
            out.append(say(", and no program ever says so", ", e nenhum programa avisa"));
        }
        out.append("  ").append(finding.place()).append("  ").append(finding.rule());
        if (finding.trouble() == Trouble.BLOCKED || finding.trouble() == Trouble.SILENT) {
            out.append("  (").append(finding.subject()).append(')');
        }
        if (!numbered.onceCured().isEmpty()) {
            String id = numbered.onceCured();
            out.append(
                    say(
                            "  (shows once " + id + " is cured)",
                            "  (aparece depois de curar " + id + ")"));
        } else if (numbered.healed() && finding.trouble() == Trouble.REFUSED) {
            out.append(say("  (shows in the healed run)", "  (aparece na execução curada)"));
        }
        out.append('\n');
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> say("error", "erro");
            case WARNING -> say("warning", "aviso");
            case NOTE -> say("note", "nota");
        };
    }

    private void cure(Cure cure) {
        String intro = intro(cure);
        String why = cure.words().in(language);
        String sentence = intro.isEmpty() || why.isEmpty() ? intro + why : intro + " " + why;
        out.append(Prose.wrapped(INDENT, sentence));
        cure.lines().forEach(line -> out.append(Prose.prefixed(INDENT + INDENT, line)));
    }

    private String intro(Cure cure) {
        return switch (cure.kind()) {
            case BEFORE -> say("Type BEFORE this line:", "Digite ANTES desta linha:");
            case INSTEAD ->
                    cure.lines().isEmpty()
                            ? say("LEAVE OUT this line.", "RETIRE esta linha.")
                            : say("Type INSTEAD of this line:", "Digite NO LUGAR desta linha:");
            case AFTER -> say("Type AFTER this line:", "Digite DEPOIS desta linha:");
            case FILE -> {
                String file = cure.file();
                yield say(
                        "Write the file " + file + " BEFORE this line:",
                        "Escreva o arquivo " + file + " ANTES desta linha:");
            }
            case ADVICE -> say("Cure:", "Cura:");
        };
    }

    private void following(Numbered root) {
        List<Numbered> list = followers.getOrDefault(root.id(), List.of());
        if (list.isEmpty()) {
            return;
        }
        List<Place> places = linesOf(list);
        String lines = Prose.lines(root.finding().place().file(), places);
        int count = places.size();
        out.append(
                Prose.wrapped(
                        INDENT,
                        say(
                                Prose.count(count, "line follows", "lines follow")
                                        + " from this: "
                                        + lines,
                                Prose.count(count, "linha decorre", "linhas decorrem")
                                        + " disto: "
                                        + lines)));
        if (all) {
            list.forEach(this::follower);
        }
    }

    private void follower(Numbered numbered) {
        Finding finding = numbered.finding();
        out.append(INDENT).append(numbered.id()).append(' ').append(severity(finding.severity()));
        out.append("  ").append(finding.place()).append("  ").append(finding.rule()).append('\n');
        out.append(Prose.prefixed(INDENT + INDENT + "$ ", numbered.command()));
        out.append(Prose.prefixed(INDENT + INDENT + "| ", finding.answer()));
    }

    /** The different lines, in order of the report. */
    private static List<Place> linesOf(List<Numbered> list) {
        return list.stream()
                .map(f -> new Place(f.finding().place().file(), f.finding().place().line(), 0))
                .distinct()
                .toList();
    }

    private void notes() {
        List<Numbered> single = new ArrayList<>();
        TreeMap<String, List<Numbered>> grouped = new TreeMap<>();
        for (Numbered numbered : report.findings()) {
            Finding finding = numbered.finding();
            boolean note = numbered.isRoot() && finding.severity() == Severity.NOTE;
            if (!note) {
                continue;
            }
            if (finding.trouble() != Trouble.REMARK) {
                block(numbered);
            } else if (all || !isListed(finding.rule())) {
                single.add(numbered);
            } else {
                grouped.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(numbered);
            }
        }
        single.forEach(this::remark);
        grouped.forEach(this::listed);
        if (!single.isEmpty() || !grouped.isEmpty()) {
            out.append('\n');
        }
    }

    /** Remarks of which a report has many: only their places or names are of interest. */
    private static boolean isListed(String rule) {
        return rule.equals("not-modelled") || rule.startsWith("runbook.");
    }

    private void remark(Numbered numbered) {
        Finding finding = numbered.finding();
        String text =
                numbered.id()
                        + " "
                        + severity(Severity.NOTE)
                        + "  "
                        + finding.place()
                        + "  "
                        + finding.rule()
                        + "  "
                        + finding.cause().in(language);
        out.append(Prose.wrapped("", text));
    }

    private void listed(String rule, List<Numbered> list) {
        String head = severity(Severity.NOTE) + "  " + rule + " (" + list.size() + "): ";
        String body;
        if (rule.equals("not-modelled")) {
            List<String> names = list.stream().map(f -> f.finding().subject().name()).toList();
            body = say("taken as done: ", "contam como feitos: ") + String.join(", ", names);
        } else {
            List<Place> places = linesOf(list);
            String home = places.getFirst().file();
            body = say("lines ", "linhas ") + Prose.lines(home, places);
        }
        out.append(Prose.wrapped("", head + body));
    }

    private void summary() {
        Report.Summary s = report.summary();
        int errors = report.roots(Severity.ERROR);
        typed(s);
        causes(errors);
        healed(s);
        verdict(errors);
    }

    private void typed(Report.Summary s) {
        line(
                Prose.count(s.commands(), "command", "commands")
                        + " typed: "
                        + s.answered()
                        + " answered by the model, "
                        + (s.commands() - s.answered())
                        + " not modelled, "
                        + s.refusedAsTyped()
                        + " refused as typed.",
                Prose.count(s.commands(), "comando digitado", "comandos digitados")
                        + ": "
                        + s.answered()
                        + " respondidos pelo modelo, "
                        + (s.commands() - s.answered())
                        + " não modelados, "
                        + s.refusedAsTyped()
                        + " recusados como digitados.");
    }

    private void causes(int errors) {
        int more =
                report.followers(Severity.ERROR)
                        + report.followers(Severity.WARNING)
                        + report.followers(Severity.NOTE);
        int warnings = report.roots(Severity.WARNING);
        int notes = report.roots(Severity.NOTE);
        line(
                Prose.count(errors, "root cause", "root causes")
                        + " of errors, and "
                        + Prose.count(more, "finding that follows", "findings that follow")
                        + "; "
                        + Prose.count(warnings, "warning", "warnings")
                        + ", "
                        + Prose.count(notes, "note", "notes")
                        + ".",
                Prose.count(errors, "causa raiz", "causas raiz")
                        + " de erros e "
                        + Prose.count(more, "achado decorrente", "achados decorrentes")
                        + "; "
                        + Prose.count(warnings, "aviso", "avisos")
                        + ", "
                        + Prose.count(notes, "nota", "notas")
                        + ".");
    }

    private void healed(Report.Summary s) {
        String span = SimTime.spoken(s.simulatedNs());
        line(
                "Healed: "
                        + span
                        + " of simulated time at the pace "
                        + s.pace()
                        + ", "
                        + Prose.count(s.refusedHealed(), "line", "lines")
                        + " still refused.",
                "Curado: "
                        + span
                        + " de tempo simulado no ritmo "
                        + s.pace()
                        + ", "
                        + Prose.count(s.refusedHealed(), "linha", "linhas")
                        + " ainda com recusa.");
    }

    private void verdict(int errors) {
        boolean clean =
                report.findings().stream().noneMatch(f -> f.finding().severity() == Severity.ERROR);
        int unknown = report.summary().commands() - report.summary().answered();
        if (clean && unknown > 0) {
            line(
                    "No error found; "
                            + Prose.count(unknown, "command is", "commands are")
                            + " not modelled and taken as done.",
                    "Nenhum erro encontrado; "
                            + Prose.count(
                                    unknown,
                                    "comando não é modelado e conta",
                                    "comandos não são modelados e contam")
                            + " como feito.");
            return;
        }
        if (clean) {
            line("No error: this plan goes through.", "Nenhum erro: este plano passa.");
            return;
        }
        line(
                "This plan does not go through as typed: "
                        + Prose.count(errors, "cause", "causes")
                        + " to cure.",
                "Este plano não passa como digitado: "
                        + Prose.count(errors, "causa", "causas")
                        + " a curar.");
    }

    private void line(String en, String pt) {
        out.append(say(en, pt)).append('\n');
    }
}
