package org.maquete.juju.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Finding;
import org.maquete.finding.TypedLine;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Unit;

/** {@code juju deploy ./bundle.yaml}, from the keyboard to the rows. */
class BundleDeployTest {

    private static final String MODEL = "maas-controller:openstack";

    private static final String CEPH =
            """
            default-base: ubuntu@22.04
            applications:
              ceph-mon:
                charm: ch:ceph-mon
                channel: quincy/stable
                num_units: 2
                to: ["lxd:0", "lxd:1"]
                options: {monitor-count: 2}
                expose: true
              ceph-osd:
                charm: ch:ceph-osd
                channel: quincy/stable
                num_units: 2
                to: ["0", "1"]
                constraints: tags=compute
            machines:
              "0": {constraints: tags=compute}
              "1": {constraints: tags=compute}
            relations:
            - [ceph-mon:osd, ceph-osd:mon]
            """;

    private static final String CHANGES =
            """
            - upload charm ceph-mon from charm-hub for base ubuntu@22.04/stable from channel \
            quincy/stable with architecture=amd64
            - deploy application ceph-mon from charm-hub on ubuntu@22.04/stable with quincy/stable
            - expose all endpoints of ceph-mon and allow access from CIDRs 0.0.0.0/0 and ::/0
            - upload charm ceph-osd from charm-hub for base ubuntu@22.04/stable from channel \
            quincy/stable with architecture=amd64
            - deploy application ceph-osd from charm-hub on ubuntu@22.04/stable with quincy/stable
            - add new machine 0
            - add new machine 1
            - add relation ceph-mon:osd - ceph-osd:mon
            - add unit ceph-osd/0 to new machine 0
            - add unit ceph-osd/1 to new machine 1
            - add lxd container 0/lxd/0 on new machine 0
            - add lxd container 1/lxd/0 on new machine 1
            - add unit ceph-mon/0 to 0/lxd/0
            - add unit ceph-mon/1 to 1/lxd/0
            """;

    private static final String LOCATED =
            """
            Located charm "ceph-mon" in charm-hub, channel quincy/stable
            Located charm "ceph-osd" in charm-hub, channel quincy/stable
            """;

    private final ClientBench bench = ClientBench.withCloud();

    @Test
    void carriesTheChangesOutAndTellsThem() {
        TypedLine line = last(CEPH, "juju deploy ./bundle.yaml");

        assertThat(line.answer().stdout()).isEqualTo("Executing changes:\n" + CHANGES);
        assertThat(line.answer().stderr()).isEqualTo(LOCATED + "Deploy of bundle completed.\n");
        assertThat(JujuView.machines(bench.world(), MODEL))
                .extracting(Machine::name)
                .containsExactly("0", "0/lxd/0", "1", "1/lxd/0");
        assertThat(JujuView.units(bench.world(), MODEL))
                .extracting(Unit::name, Unit::machine)
                .hasToString(
                        "[(\"ceph-mon/0\", \"0/lxd/0\"), (\"ceph-mon/1\", \"1/lxd/0\"),"
                                + " (\"ceph-osd/0\", \"0\"), (\"ceph-osd/1\", \"1\")]");
        assertThat(JujuView.application(bench.world(), MODEL, "ceph-mon"))
                .hasValueSatisfying(a -> {
                    assertThat(a.exposed()).isTrue();
                    assertThat(a.channel()).isEqualTo("quincy/stable");
                    assertThat(JujuView.config(bench.world(), a, "monitor-count")).isEqualTo("2");
                });
    }

    @Test
    void onlyTellsTheChangesInADryRun() {
        TypedLine line = last(CEPH, "juju deploy ./bundle.yaml --dry-run");

        assertThat(line.answer().stdout()).isEqualTo("Changes to deploy bundle:\n" + CHANGES);
        assertThat(line.answer().stderr()).isEqualTo(LOCATED);
        assertThat(JujuView.applications(bench.world(), MODEL)).isEmpty();
    }

    @Test
    void saysWhichFieldsHaveNoEffect() {
        String bundle =
                """
                applications:
                  ubuntu:
                    charm: ubuntu
                    num_unit: 3
                    num_units: 1
                    storage: {block: 10G}
                """;

        assertThat(last(bundle, "juju deploy ./bundle.yaml --dry-run").answer().stderr())
                .isEqualTo(
                        """
                        WARNING These fields
                         yaml: unmarshal errors:
                          line 4: field num_unit not found in type charm.ApplicationSpec
                        will be ignored during deployment

                        Located charm "ubuntu" in charm-hub, channel latest/stable
                        """);
        assertThat(bench.last("juju deploy ./bundle.yaml\n").answer().stderr())
                .doesNotContain("WARNING");
        Finding finding = bench.findings("juju.bundle-read-over").getFirst();
        assertThat(finding.cause().en())
                .contains("field num_unit not found")
                .contains("application ubuntu, not modelled: storage");
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        TypedLine line = last(CEPH, "juju deploy ./bundle.yaml\njuju deploy ./bundle.yaml");

        assertThat(line.answer().stdout()).isEmpty();
        assertThat(line.answer().stderr()).isEqualTo(LOCATED + "No changes to apply.\n");
    }

    @Test
    void addsOnlyWhatAnOverlayChanges() {
        String overlay =
                """
                applications:
                  ceph-mon: {num_units: 3, to: ["lxd:0", "lxd:1", "lxd:new"],
                    options: {expected-osd-count: 2}}
                """;

        TypedLine line =
                last(
                        CEPH,
                        "juju deploy ./bundle.yaml\n"
                                + file("more.yaml", overlay)
                                + "juju deploy ./bundle.yaml --overlay ./more.yaml");

        assertThat(line.answer().stdout())
                .isEqualTo(
                        """
                        Executing changes:
                        - set application options for ceph-mon
                        - add lxd container 2/lxd/0 on new machine 2
                        - add unit ceph-mon/2 to 2/lxd/0
                        """);
    }

    @Test
    void usesTheMachinesThatAreMapped() {
        TypedLine line =
                last(
                        "applications: {ceph-osd: {charm: ceph-osd, num_units: 2, to: [7, 8]}}\n"
                                + "machines: {7: , 8: }\n",
                        "juju add-machine\njuju deploy ./bundle.yaml --map-machines 7=0");

        assertThat(line.answer().stdout())
                .isEqualTo(
                        """
                        Executing changes:
                        - upload charm ceph-osd from charm-hub with architecture=amd64
                        - deploy application ceph-osd from charm-hub
                        - add new machine 1 (bundle machine 8)
                        - add unit ceph-osd/0 to existing machine 0
                        - add unit ceph-osd/1 to new machine 1
                        """);
    }

    @Test
    void makesMachinesAgainOnWhichAFailedDeploymentLeftNoUnit() {
        String wrong =
                """
                applications:
                  keystone: {charm: keystone, num_units: 1, to: [0]}
                  cinder: {charm: cinder}
                machines: {0: }
                relations: [[keystone, cinder]]
                """;
        String right =
                wrong.replace(
                        "[keystone, cinder]",
                        "[keystone:identity-service, cinder:identity-service]");

        // a patient person types the first line twice
        TypedLine line =
                last(
                        wrong,
                        "juju deploy ./bundle.yaml\n"
                                + file("right.yaml", right)
                                + "juju deploy ./right.yaml");

        assertThat(line.answer().stdout())
                .isEqualTo(
                        """
                        Executing changes:
                        - add new machine 2 (bundle machine 0)
                        - add relation keystone:identity-service - cinder:identity-service
                        - add unit keystone/0 to new machine 2
                        """);
    }

    @Test
    void stopsAtTheFirstChangeThatIsRefused() {
        TypedLine line =
                last(
                        """
                        applications:
                          keystone: {charm: keystone}
                          cinder: {charm: cinder}
                        relations: [[keystone, cinder]]
                        """,
                        "juju deploy ./bundle.yaml");

        assertThat(line.answer().exit()).isEqualTo(1);
        assertThat(line.answer().stdout()).endsWith("- add relation keystone - cinder\n");
        assertThat(line.answer().stderr())
                .endsWith(
                        "ERROR cannot deploy bundle: cannot add relation between \"keystone\" and"
                                + " \"cinder\": ambiguous relation: \"keystone cinder\" could refer"
                                + " to \"cinder:identity-credentials"
                                + " keystone:identity-credentials\"; \"cinder:identity-service"
                                + " keystone:identity-service\"\n");
        assertThat(JujuView.applications(bench.world(), MODEL)).hasSize(2);
    }

    @Test
    void refusesWrongOptionsWhenTheApplicationIsDeployed() {
        assertThat(
                        error(
                                "applications: {ceph-osd: {charm: ceph-osd, options: {x: 1}}}\n",
                                "juju deploy ./bundle.yaml"))
                .isEqualTo(
                        "cannot deploy bundle: cannot deploy application \"ceph-osd\": unknown"
                                + " option \"x\"");
    }

    @Test
    void refusesInTheWordsOfTheClient() {
        assertThat(error("applications: {}\n", "juju deploy ./bundle.yaml"))
                .isEqualTo(
                        "cannot deploy bundle: the provided bundle has the following errors:\n"
                                + "at least one application must be specified");
        assertThat(error(CEPH, "juju deploy ./bundle.yaml -n 2 --to 0"))
                .isEqualTo("options provided but not supported when deploying a bundle: -n, --to");
        assertThat(error(CEPH, "juju deploy ./bundle.yaml --overlay ./none.yaml"))
                .isEqualTo(
                        "cannot deploy bundle: unable to process overlays: \"./none.yaml\" not"
                                + " found");
        assertThat(error(CEPH, "juju deploy ./bundle.yaml --map-machines foo"))
                .isEqualTo(
                        "error in --map-machines: expected \"existing\" or"
                                + " \"<bundle-id>=<machine-id>\", got \"foo\"");
        assertThat(error(CEPH, "juju deploy bundle.yaml"))
                .startsWith("The charm or bundle \"bundle.yaml\" is ambiguous.\n");
        assertThat(error(CEPH, "juju deploy ceph-mon --overlay ./bundle.yaml"))
                .isEqualTo("options provided but not supported when deploying a charm: --overlay");
    }

    @Test
    void asksForTrust() {
        String bundle = "applications: {vault: {charm: vault, trust: true}}\n";

        assertThat(error(bundle, "juju deploy ./bundle.yaml"))
                .endsWith("if you consent to trust the following application(s):\n  - vault");
        assertThat(last(bundle, "juju deploy ./bundle.yaml --trust").answer().ok()).isTrue();
    }

    private String error(String bundle, String lines) {
        String text = last(bundle, lines).answer().stderr();
        return text.substring(text.indexOf("ERROR ") + 6).strip();
    }

    private TypedLine last(String bundle, String lines) {
        boolean isFirst = bench.lines().isEmpty();
        List<TypedLine> typed =
                bench.type(
                        (isFirst ? ClientBench.BEGIN : "") + file("bundle.yaml", bundle) + lines);
        return typed.getLast();
    }

    private static String file(String name, String content) {
        return "cat > " + name + " <<'EOF'\n" + content + "EOF\n";
    }
}
