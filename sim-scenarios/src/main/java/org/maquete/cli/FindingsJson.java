package org.maquete.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.Words;
import org.maquete.preflight.Numbered;
import org.maquete.preflight.Report;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** A report in the shape of {@code findings.schema.json}. */
final class FindingsJson {

    private static final double NS_PER_SECOND = 1e9;

    private final String language;
    private final JsonGenerator json;

    private FindingsJson(String language, JsonGenerator json) {
        this.language = language;
        this.json = json;
    }

    /** The document, with a newline at its end. */
    static String of(Report report, String language) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(indented(), text)) {
            new FindingsJson(language, json).report(report);
        }
        return text + "\n";
    }

    /** Always {@code \n}, whatever the machine's line end is. */
    private static ObjectWriteContext indented() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }
        };
    }

    private void report(Report report) {
        json.writeStartObject();
        json.writeArrayPropertyStart("findings");
        report.findings().forEach(this::finding);
        json.writeEndArray();
        summary(report);
        json.writeEndObject();
    }

    private void finding(Numbered numbered) {
        Finding finding = numbered.finding();
        json.writeStartObject();
        json.writeStringProperty("id", numbered.id());
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("file", finding.place().file());
        json.writeNumberProperty("line", finding.place().line());
        json.writeNumberProperty("column", finding.place().column());
        boolean remark = finding.trouble() == Trouble.REMARK;
        String subject = remark ? finding.subject().name() : finding.subject().toString();
        json.writeStringProperty("subject", subject);
        json.writeStringProperty("answer", finding.answer());
        json.writeStringProperty("cause", finding.cause().in(language));
        json.writeArrayPropertyStart("cures");
        finding.cures().stream()
                .map(this::cure)
                .filter(c -> !c.isEmpty())
                .forEach(json::writeString);
        json.writeEndArray();
        idOrNull("causedBy", numbered.causedBy());
        json.writeStringProperty("phase", numbered.healed() ? "healed" : "as-typed");
        idOrNull("onceCured", numbered.onceCured());
        json.writeStringProperty("class", trouble(finding.trouble()));
        json.writeStringProperty("command", numbered.command());
        json.writeEndObject();
    }

    private void idOrNull(String name, String id) {
        if (id.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, id);
        }
    }

    private static String trouble(Trouble trouble) {
        return switch (trouble) {
            case REFUSED -> "refused";
            case BLOCKED -> "blocked";
            case SILENT -> "silent";
            case REMARK -> "note";
        };
    }

    /** What to do in words, then the lines to type, one each. */
    private String cure(Cure cure) {
        Words how =
                switch (cure.kind()) {
                    case BEFORE -> new Words("before this line", "antes desta linha");
                    case INSTEAD ->
                            cure.lines().isEmpty()
                                    ? new Words("leave out this line", "retire esta linha")
                                    : new Words("instead of this line", "no lugar desta linha");
                    case AFTER -> new Words("after this line", "depois desta linha");
                    case FILE -> {
                        String file = cure.file();
                        yield new Words("write " + file, "escreva " + file);
                    }
                    case ADVICE -> Words.NONE;
                };
        String first = how.in(language);
        String why = cure.words().in(language);
        String head = first.isEmpty() || why.isEmpty() ? first + why : first + ": " + why;
        return (head + "\n" + String.join("\n", cure.lines())).strip();
    }

    private void summary(Report report) {
        Report.Summary summary = report.summary();
        json.writeName("summary");
        json.writeStartObject();
        json.writeNumberProperty("errors", count(report, Severity.ERROR));
        json.writeNumberProperty("warnings", count(report, Severity.WARNING));
        json.writeNumberProperty("notes", count(report, Severity.NOTE));
        json.writeNumberProperty("rootErrors", report.roots(Severity.ERROR));
        json.writeStringProperty("pace", summary.pace());
        json.writeNumberProperty("simulatedSeconds", summary.simulatedNs() / NS_PER_SECOND);
        json.writeNumberProperty("commands", summary.commands());
        json.writeNumberProperty("answered", summary.answered());
        json.writeArrayPropertyStart("notModelled");
        List<String> names = summary.notModelled().stream().distinct().sorted().toList();
        names.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static int count(Report report, Severity severity) {
        return report.roots(severity) + report.followers(severity);
    }
}
