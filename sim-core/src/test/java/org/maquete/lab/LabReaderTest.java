package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.maquete.InfraBench;
import org.maquete.hardware.HardwareView;
import org.maquete.juju.AddCloud;
import org.maquete.juju.AddCredential;
import org.maquete.kernel.Command;
import org.maquete.kernel.Place;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;
import org.maquete.maas.MaasView;
import org.maquete.maas.NodeStatus;

class LabReaderTest {

    /** Further durations behind the one of {@link #LAB}. */
    private static final String MEASURED =
            """
            maas.enlist: {distribution: constant, value_s: 12.5}
            maas.run-tests: {distribution: triangular, low_s: 1, mode_s: 2, high_s: 3}
            lxd.create: {distribution: lognormal, median_s: 50, p95_s: 90, high_s: 300}
            lxd.fetch-image: {distribution: normal, mean_s: 60, deviation_s: 5}
            host.boot-nuc: {distribution: exponential, mean_s: 90, low_s: 60, high_s: 200}
            host.boot-container:
              distribution: empirical
              values_s: [5, 6.25, 5]
              source: three boots on 3 May
            """
                    .indent(2);

    private static final List<Span> SPANS = InfraBench.model().spans();

    private static final String LAB =
            """
            format: lab-inventory/1
            seed: 7
            clouds: [maas-one]
            maas:
              version: "3.5"
              subnet: 172.16.0.0/20
              gateway: 172.16.0.1
              dns: 172.16.0.1
              region: 172.16.0.3
              dynamic_range: [172.16.0.100, 172.16.0.200]
              reserved_ranges: [[172.16.7.0, 172.16.8.255]]
              images: [ubuntu/jammy/amd64]
            machines:
              - name: server1
                status: Ready
                tags: [juju]
                power_type: amt
                amt_ip: 172.16.15.144
                cpu_threads: 4
                memory_mb: 16384
                zone: default
                nics:
                  - {name: enp1s0, mac: "52:54:00:03:01:01", ovs_bridge: br-ex,\
                     subnet: 172.16.0.0/20}
                disks:
                  - {name: /dev/sda, gb: 240, role: boot}
                  - {name: /dev/sdb, gb: 240, role: free, pristine: true}
            durations:
              maas.deploy-install-os: {low_s: 200, high_s: 240, source: measured in May}
            """;

    @Test
    void readsYaml() {
        LabDescription lab = described(LAB);

        assertThat(lab.seed()).isEqualTo(7);
        assertThat(lab.clouds()).containsExactly("maas-one");
        assertThat(lab.maas().region()).isEqualTo("172.16.0.3");
        assertThat(lab.machines().getFirst().disks()).hasSize(2);
        assertThat(lab.machines().getFirst().status()).isEqualTo(NodeStatus.READY);
        assertThat(lab.durations().getFirst().lowNs()).isEqualTo(200 * SimTime.SECOND);
    }

    @Test
    void readsJsonWithTheSameKeys() {
        String json =
                """
                {
                 "format": "lab-inventory/1",
                 "clouds": [],
                 "maas": {"subnet": "10.0.0.0/24", "dynamic_range": ["10.0.0.100", "10.0.0.200"]},
                 "machines": [{"name": "nuc", "cpu_threads": 4, "memory_mb": 8192}]
                }
                """;

        LabDescription lab = described(json);

        assertThat(lab.seed()).isEqualTo(1);
        assertThat(lab.machines().getFirst().zone()).isEqualTo("default");
    }

    @Test
    void buildsTheLabByCommands() {
        LabDescription lab = described(LAB);
        InfraBench bench = InfraBench.empty();

        List<Command> commands = LabBuilder.commands(lab);
        commands.stream()
                .filter(c -> !(c instanceof AddCloud) && !(c instanceof AddCredential))
                .forEach(bench::ask);

        assertThat(commands).contains(new AddCredential("maas-one", "maas-one"));
        assertThat(HardwareView.disks(bench.simulation().world(), "server1")).hasSize(2);
        assertThat(MaasView.machine(bench.simulation().world(), "server1").orElseThrow().tags())
                .containsExactly("juju");
        assertThat(MaasView.images(bench.simulation().world()))
                .containsExactly("ubuntu/jammy/amd64");
        assertThat(LabBuilder.settings(lab).seed()).isEqualTo(7);
        assertThat(LabBuilder.settings(lab).overrides()).hasSize(1);
    }

    @Test
    void collectsAllProblemsInOrderWithPlaceAndAdvice() {
        String wrong =
                LAB.replace("power_type: amt", "powertype: amt")
                        .replace("status: Ready", "status: Deploying")
                        .replace("cpu_threads: 4", "cpu_threads: four")
                        .replace("gateway: 172.16.0.1", "gateway: 172.17.0.1")
                        .replace("role: boot", "role: bot");

        List<LabProblem> problems = problems(wrong);

        assertThat(problems.stream().map(LabProblem::text).toList())
                .containsExactly(
                        "lab.yaml:7:12: expected an address of the subnet for gateway, found"
                                + " \"172.17.0.1\"\nMaybe a digit is wrong, or the subnet is.",
                        "lab.yaml:15:13: expected a status of MAAS in which nothing is under way,"
                                + " found \"Deploying\"\nMaybe \"Deployed\" is meant.",
                        "lab.yaml:17:5: expected a key of the machine, found"
                                + " \"powertype\"\nMaybe \"power_type\" is meant.",
                        "lab.yaml:19:18: expected a whole number from 1 to 4096 for cpu_threads,"
                                + " found \"four\"\nMaybe a unit, a quote or a fraction is in the"
                                + " way.",
                        "lab.yaml:25:41: expected one of boot, free, data for role, found"
                                + " \"bot\"\nMaybe \"boot\" is meant.");
    }

    @Test
    void namesMissingAndRepeatedKeys() {
        String wrong = LAB.replace("memory_mb: 16384", "name: server2");

        assertThat(problems(wrong))
                .extracting(LabProblem::found)
                .containsExactly("none", "\"name\" twice");
    }

    @Test
    void refusesTwoMachinesOrDisksOfOneName() {
        String wrong =
                LAB.replace("/dev/sdb", "/dev/sda")
                        .replace(
                                "durations:",
                                "  - {name: server1, cpu_threads: 1, memory_mb: 1}\ndurations:");

        assertThat(problems(wrong))
                .extracting(LabProblem::found)
                .containsExactly("\"/dev/sda\" twice", "\"server1\" twice");
    }

    @Test
    void refusesRangesOutsideTheSubnetAndSwappedDurations() {
        String wrong =
                LAB.replace("172.16.0.0/20\n  gateway", "172.16.0.0/24\n  gateway")
                        .replace("low_s: 200", "low_s: 300");

        assertThat(problems(wrong))
                .extracting(LabProblem::expected)
                .containsExactly(
                        "two addresses of the subnet in order for reserved_ranges",
                        "low_s at most high_s");
    }

    @Test
    void readsEveryKindOfDistribution() {
        LabDescription lab = described(LAB + MEASURED);

        assertThat(lab.durations())
                .filteredOn(span -> !span.name().equals("maas.deploy-install-os"))
                .extracting(Span::name, s -> s.distribution().text(), Span::source)
                .containsExactly(
                        tuple(
                                "host.boot-container",
                                "5 to 6.25 s, one of 3 measured lengths",
                                "three boots on 3 May"),
                        tuple(
                                "host.boot-nuc",
                                "60 to 200 s, exponential with mean 90 s",
                                "lab description"),
                        tuple(
                                "lxd.create",
                                "0 to 300 s, lognormal with median 50 s and p95 90 s",
                                "lab description"),
                        tuple(
                                "lxd.fetch-image",
                                "0 to 604800 s, normal with mean 60 s and standard deviation 5 s",
                                "lab description"),
                        tuple("maas.enlist", "12.5 s, constant", "lab description"),
                        tuple(
                                "maas.run-tests",
                                "1 to 3 s, triangular around 2 s",
                                "lab description"));
    }

    @Test
    void refusesDurationsThatCannotBeAllAtOnceWithPlaceAndNearestName() {
        String durations =
                """
                durations:
                  maas.enlst: {low_s: 1, high_s: 2}
                  reading.the.news: {low_s: 1, high_s: 2}
                  maas.run-tests: {distribution: triangle, low_s: 1, mode_s: 2, high_s: 3}
                  lxd.create: {distribution: lognormal, median_s: 90, p95_s: 90}
                  lxd.fetch-image: {distribution: normal, mean_s: 60, sd_s: 5}
                  host.boot-nuc: {distribution: exponential, mean_s: 1 min}
                  host.boot-container: {distribution: empirical, values_s: []}
                  maas.image-sync: {low_s: 5, high_s: 0}
                  maas.power-poll: 60
                """;
        String lab = LAB.substring(0, LAB.indexOf("durations:"));

        List<LabProblem> problems = problems(lab + durations);

        assertThat(problems.stream().map(p -> p.place().line() + " " + said(p)).toList())
                .containsExactly(
                        "28 the name of a duration, found \"maas.enlst\"; maas.enlist",
                        "29 the name of a duration, found \"reading.the.news\"; ?",
                        "30 one of constant, uniform, triangular, normal, lognormal, exponential,"
                                + " empirical for distribution, found \"triangle\"; ?",
                        "31 median_s above 0 and less than p95_s, found 90 and 90; ?",
                        "32 the key \"deviation_s\" in the duration lxd.fetch-image, found none; ?",
                        "32 a key of the duration lxd.fetch-image, found \"sd_s\"; ?",
                        "33 a number of seconds from 0 to 604800 for mean_s, found \"1 min\"; ?",
                        "34 1 to 10000 lengths for values_s, found 0; ?",
                        "35 low_s at most high_s, found 5 and 0; ?",
                        "36 a mapping that describes the duration maas.power-poll, found"
                                + " \"60\"; ?");
        assertThat(problems.get(1).advice())
                .isEqualTo("Maybe one that `./maquete explain durations` lists.");
    }

    /** The problem, and the name that the advice gives if it gives one. */
    private static String said(LabProblem problem) {
        String meant = problem.advice().replaceFirst("^Maybe \"(.*)\" is meant\\.$", "$1");
        boolean isNamed = !meant.equals(problem.advice());
        return problem.expected() + ", found " + problem.found() + "; " + (isNamed ? meant : "?");
    }

    @Test
    void saysWhereTextIsNoYaml() {
        assertThat(problems("format: [lab\nmaas: 1\n").getFirst().place())
                .isEqualTo(new Place("lab.yaml", 2, 5));
        assertThat(problems("").getFirst().found()).isEqualTo("nothing");
        assertThat(problems("just words").getFirst().expected())
                .isEqualTo("a mapping that describes the lab");
        assertThat(problems("[".repeat(100_000)).getFirst().expected())
                .isEqualTo("at most 20 levels");
    }

    @Test
    void survivesAnyDamage() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? LAB : LAB + MEASURED);
            for (int cuts = random.nextInt(1, 6); cuts > 0; cuts--) {
                int at = random.nextInt(Math.max(1, text.length() - 1));
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, at + 1);
                    case 1 ->
                            text.insert(at, "{}[]:,\"'&*-\n\t #%|>?!\0".charAt(random.nextInt(20)));
                    default -> text.setLength(Math.max(1, at));
                }
            }
            LabReading reading = LabReader.read("lab.yaml", text.toString(), SPANS);
            if (reading instanceof LabReading.Problems problems) {
                assertThat(problems.problems()).isNotEmpty();
            }
        }
    }

    private static LabDescription described(String text) {
        LabReading reading = LabReader.read("lab.yaml", text, SPANS);
        assertThat(reading).isInstanceOf(LabReading.Read.class);
        return ((LabReading.Read) reading).description();
    }

    private static List<LabProblem> problems(String text) {
        LabReading reading = LabReader.read("lab.yaml", text, SPANS);
        assertThat(reading).isInstanceOf(LabReading.Problems.class);
        return ((LabReading.Problems) reading).problems();
    }

    @Test
    void readsFurtherSubnetsWithTheirVlansAndSpaces() {
        String text =
                LAB.replace(
                        "  images:",
                        """
                          space: home
                          subnets:
                            - {cidr: 10.20.0.0/24, name: ceph, fabric: storage, vid: 20,
                               space: storage, dynamic_range: [10.20.0.100, 10.20.0.200]}
                            - {cidr: 10.30.0.0/24}
                          images:\
                        """);
        LabDescription lab =
                ((LabReading.Read) LabReader.read("lab.yaml", text, SPANS)).description();
        InfraBench bench = InfraBench.empty();
        LabBuilder.commands(lab).stream()
                .filter(command -> !(command instanceof AddCloud))
                .filter(command -> !(command instanceof AddCredential))
                .forEach(bench::ask);

        assertThat(MaasView.subnets(bench.simulation().world()))
                .extracting(s -> s.name() + " on " + s.vlan())
                .containsExactly(
                        "172.16.0.0/20 on fabric-0 0",
                        "ceph on storage 20",
                        "10.30.0.0/24 on fabric-2 0");
        assertThat(MaasView.spaces(bench.simulation().world()))
                .extracting(space -> space.name() + " " + space.subnets().size())
                .containsExactly("home 1", "storage 1", "undefined 1");
    }

    @Test
    void refusesASubnetTwiceAndRangesOutsideOfIt() {
        String text =
                LAB.replace(
                        "  images:",
                        """
                          subnets:
                            - {cidr: 172.16.0.0/20}
                            - {cidr: 10.30.0.0/24, dynamic_range: [10.31.0.1, 10.31.0.9], vid: 5000}
                          images:\
                        """);

        assertThat(((LabReading.Problems) LabReader.read("lab.yaml", text, SPANS)).text())
                .contains("expected each subnet once, found \"172.16.0.0/20\" twice")
                .contains("two addresses of the subnet in order for dynamic_range")
                .contains("a whole number from 0 to 4094 for vid");
    }
}
