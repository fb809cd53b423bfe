package org.maquete.juju.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.runbook.SourceText;

/** Reading and merging: juju/charm bundledatasrc.go and overlay.go. */
class BundleReaderTest {

    private static final String BASE =
            """
            series: jammy
            applications:
              db:
                charm: mysql
                num_units: 3
                to: [0, 1, 2]
                options: {cluster-size: 3, tls: yes}
                constraints: mem=4G
              web:
                charm: haproxy
                num_units: 1
            machines: {0: {}, 1: {}, 2: {}}
            relations:
            - [web:backend, db:db]
            """;

    @Test
    void readsEveryFieldOfAnApplication() {
        BundleApplication db =
                db(
                        composed(
                                """
                                variables: {name: &name my-db}
                                default-base: ubuntu@22.04
                                applications:
                                  db:
                                    charm: ch:mysql
                                    channel: 8.0/stable
                                    revision: 58
                                    base: ubuntu@20.04
                                    num_units: 2
                                    to: ["lxd:0", new]
                                    expose: true
                                    options: {name: *name}
                                    annotations: {gui-x: "300"}
                                    constraints: mem=4G
                                    storage: {data: "pool,1G"}
                                    bindings: {"": internal}
                                    resources: {dump: 3, file: ./dump.sql}
                                    plan: default
                                    trust: yes
                                machines: {0: {constraints: cores=4, base: ubuntu@20.04}}
                                """));

        assertThat(db.charm()).isEqualTo("ch:mysql");
        assertThat(db.channel()).isEqualTo("8.0/stable");
        assertThat(db.revision()).hasValue(58);
        assertThat(db.base()).isEqualTo("ubuntu@20.04");
        assertThat(db.units()).isEqualTo(2);
        assertThat(db.to()).containsExactly("lxd:0", "new");
        assertThat(db.expose()).isTrue();
        assertThat(Nodes.text(db.options().getOrDefault("name", Nodes.NOTHING))).isEqualTo("my-db");
        assertThat(db.annotations()).containsEntry("gui-x", "300");
        assertThat(db.storage()).containsEntry("data", "pool,1G");
        assertThat(db.bindings()).containsEntry("", "internal");
        assertThat(db.resources().keySet()).containsExactly("dump", "file");
        assertThat(db.plan()).isEqualTo("default");
        assertThat(db.trust()).isTrue();
        assertThat(db.placeOf("channel").line()).isEqualTo(6);
    }

    @Test
    void mergesFieldByFieldAndMapsKeyByKey() {
        Bundle bundle =
                composed(
                        BASE,
                        """
                        series: focal
                        applications:
                          db: {num_units: 1, to: [new], options: {tls:, port: 3307}, constraints: }
                          cache: {charm: memcached}
                        machines: {}
                        """);
        BundleApplication db = db(bundle);

        assertThat(bundle.series()).isEqualTo("focal");
        assertThat(bundle.applications().keySet()).containsExactly("db", "web", "cache");
        assertThat(db.charm()).isEqualTo("mysql");
        assertThat(db.units()).isEqualTo(1);
        assertThat(db.to()).containsExactly("new");
        assertThat(db.options().keySet()).containsExactly("cluster-size", "port");
        assertThat(db.constraints()).isEmpty();
        assertThat(bundle.machines()).isEmpty();
    }

    @Test
    void removesAnApplicationWithoutBodyAndItsRelations() {
        Bundle bundle = composed(BASE, "applications:\n  web:\n");

        assertThat(bundle.applications().keySet()).containsExactly("db");
        assertThat(bundle.relations()).isEmpty();
    }

    @Test
    void clearsAMapThatAnOverlayEmpties() {
        Bundle bundle = composed(BASE, "applications: {db: {options: {}}}\n");

        assertThat(db(bundle).options()).isEmpty();
    }

    @Test
    void takesFurtherDocumentsOfAFileAsOverlays() {
        Bundle bundle =
                composed(
                        BASE
                                + """
                                --- # overlay.yaml
                                applications:
                                  db: {offers: {sql: {endpoints: [db]}}}
                                """);

        assertThat(db(bundle).offers()).extracting(BundleOffer::name).containsExactly("sql");
    }

    @Test
    void refusesInTheBaseWhatBelongsToOverlays() {
        BundleReading reading =
                read("applications: {db: {charm: mysql, offers: {sql: {endpoints: [db]}}}}\n");

        assertThat(((BundleReading.Refused) reading).message())
                .isEqualTo(
                        "applications.db.offers can only appear in an overlay section (and 1 more"
                                + " errors)");
    }

    @Test
    void putsFilesInThePlaceOfIncludes() {
        String bundle = "applications: {db: {charm: mysql, options: {%s}}}\n";

        assertThat(option(bundle.formatted("motd: \"include-file://motd\""), "motd"))
                .isEqualTo("hello\n");
        assertThat(option(bundle.formatted("motd: \"include-base64://motd\""), "motd"))
                .isEqualTo("aGVsbG8K");
        assertThat(
                        ((BundleReading.Refused)
                                        read(bundle.formatted("motd: include-file://nothing")))
                                .message())
                .isEqualTo(
                        "processing option \"motd\" for application \"db\": resolving include"
                                + " \"nothing\": include file \"/bundles/nothing\" not found");
    }

    @Test
    void knowsMergeKeysAndAnchors() {
        Bundle bundle =
                composed(
                        """
                        variables: {big: &big {constraints: mem=8G, num_units: 2}}
                        applications: {db: {<<: *big, charm: mysql, num_units: 3}}
                        """);

        assertThat(db(bundle).constraints()).isEqualTo("mem=8G");
        assertThat(db(bundle).units()).isEqualTo(3);
    }

    @Test
    void notesWhatJujuReadsOver() {
        BundleReading.Composed reading =
                (BundleReading.Composed)
                        read(
                                """
                                applications:
                                  db:
                                    charm: mysql
                                    num_unit: 3
                                    to: new
                                    constraints: [mem=4G]
                                """);

        assertThat(reading.notes().stream().map(BundleProblem::toString))
                .containsExactly(
                        "bundle.yaml:4: field num_unit not found in type charm.ApplicationSpec",
                        "bundle.yaml:5: cannot unmarshal !!str `new` into list",
                        "bundle.yaml:6: cannot unmarshal !!seq into string");
    }

    @Test
    void refusesEmptyFilesAndOldContradictions() {
        assertThat(message("")).isEqualTo("malformed bundle: bundle is empty not valid");
        assertThat(message("applications: {db: {charm: a, scale: 1, num_units: 1}}"))
                .endsWith("cannot specify both scale and num_units for application \"db\"");
        assertThat(message("applications: {db: {charm: a, placement: x=y}}"))
                .endsWith("placement (x=y) not valid for non-Kubernetes application \"db\"");
        assertThat(message("applications: [\n"))
                .startsWith("cannot unmarshal bundle contents: unmarshal document 0: yaml: line ");
    }

    @Test
    void tellsBundlesFromOtherFiles() {
        assertThat(BundleReader.looksLikeBundle("b.yaml", BASE)).isTrue();
        assertThat(BundleReader.looksLikeBundle("b.yaml", "services: {}")).isTrue();
        assertThat(BundleReader.looksLikeBundle("b.yaml", "db: {port: 1}")).isFalse();
        assertThat(BundleReader.looksLikeBundle("b.md", "# Title\n\n- [x: {")).isFalse();
    }

    private static BundleApplication db(Bundle bundle) {
        return Optional.ofNullable(bundle.applications().get("db")).orElseThrow();
    }

    private static String message(String text) {
        return ((BundleReading.Refused) read(text)).message();
    }

    private static String option(String text, String name) {
        return Nodes.text(db(composed(text)).options().getOrDefault(name, Nodes.NOTHING));
    }

    private static Bundle composed(String base, String... overlays) {
        BundleReading reading = read(base, overlays);
        assertThat(reading).isInstanceOf(BundleReading.Composed.class);
        return ((BundleReading.Composed) reading).bundle();
    }

    private static BundleReading read(String base, String... overlays) {
        return BundleReader.read(
                new SourceText("bundle.yaml", base),
                Arrays.stream(overlays).map(text -> new SourceText("over.yaml", text)).toList(),
                BundleCases.FILES);
    }
}
