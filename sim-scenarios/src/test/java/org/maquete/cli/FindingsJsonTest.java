package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.Words;
import org.maquete.kernel.Model;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.preflight.Numbered;
import org.maquete.preflight.Report;

final class FindingsJsonTest {

    @Test
    void printsWhatTheSchemaDescribes() {
        String json = FindingsJson.of(report(), "en");

        assertThat(problems(json)).isEmpty();
    }

    @Test
    void schemaRefusesAnUnknownKey() {
        String json = FindingsJson.of(report(), "en").replace("\"rule\"", "\"rool\"");

        assertThat(problems(json)).isNotEmpty();
    }

    @Test
    void saysWhereToTypeACureAndWhat() {
        String json = FindingsJson.of(report(), "en");

        assertThat(json)
                .contains("\"before this line\\njuju add-cloud maas-one\"")
                .contains("\"causedBy\" : \"F1\"", "\"onceCured\" : null")
                .contains("\"simulatedSeconds\" : 90.5")
                .doesNotContain("\r");
    }

    static List<String> problems(String json) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Bundled.text("labs/findings.schema.json"), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static Report report() {
        Simulation healed = new Simulation(new Model(List.of()), Settings.DEFAULT);
        Report.Summary summary =
                new Report.Summary(
                        "patient",
                        2,
                        1,
                        1,
                        0,
                        List.of("vim", "snap"),
                        90_500 * SimTime.MILLISECOND);
        Finding refused =
                new Finding(
                        "juju.cloud-missing",
                        Severity.ERROR,
                        Trouble.REFUSED,
                        new Place("a.md", 4, 1),
                        new Ref("cloud", "maas-one"),
                        "ERROR unknown \"cloud\"",
                        new Words("why", "porque"),
                        List.of(Cure.before(Words.NONE, "juju add-cloud maas-one")),
                        Ref.NONE);
        Finding silent =
                new Finding(
                        "ceph.mon-count-is-even",
                        Severity.WARNING,
                        Trouble.SILENT,
                        new Place("a.md", 0, 0),
                        new Ref("application", "ceph-mon"),
                        "",
                        Words.NONE,
                        List.of(),
                        Ref.NONE);
        return new Report(
                List.of(
                        new Numbered("F1", refused, false, "", "", "juju bootstrap"),
                        new Numbered("F2", silent, true, "", "F1", "")),
                summary,
                healed);
    }
}
