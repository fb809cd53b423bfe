package org.maquete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maquete.lab.LabDescription;
import org.maquete.lab.LabReader;
import org.maquete.lab.LabReading;

/** A lab file made of what MAAS prints: here our own, of which the lab is known. */
final class LabCommandTest {

    private static final List<String> READ =
            List.of("machines", "subnets", "ipranges", "boot-resources");

    @TempDir Path folder = Path.of("");

    @Test
    void makesTheSameLabOfWhatItsMaasPrints() throws IOException {
        LabDescription made = lab(run(documents(READ)).out());
        LabDescription known = lab(Bundled.lab().text());

        assertThat(made.machines()).hasSameSizeAs(known.machines());
        for (int i = 0; i < known.machines().size(); i++) {
            LabDescription.Computer one = made.machines().get(i);
            LabDescription.Computer other = known.machines().get(i);
            assertThat(List.of(one.name(), one.status(), one.tags(), one.pool(), one.zone()))
                    .isEqualTo(
                            List.of(
                                    other.name(),
                                    other.status(),
                                    other.tags(),
                                    other.pool(),
                                    other.zone()));
            assertThat(one.powerType()).isEqualTo(other.powerType());
            assertThat(one.cpuThreads()).isEqualTo(other.cpuThreads());
            assertThat(one.memoryMib()).isEqualTo(other.memoryMib());
            assertThat(one.nics()).isEqualTo(other.nics());
            assertThat(one.disks()).isEqualTo(other.disks());
        }
        LabDescription.Subnet subnet = made.maas().subnets().getFirst();
        assertThat(subnet.cidr()).isEqualTo("172.16.0.0/20");
        assertThat(subnet.gateway()).isEqualTo("172.16.0.1");
        assertThat(subnet.dynamicRange())
                .isEqualTo(known.maas().subnets().getFirst().dynamicRange());
        assertThat(subnet.reservedRanges())
                .isEqualTo(known.maas().subnets().getFirst().reservedRanges());
        assertThat(made.maas().images()).isEqualTo(known.maas().images());
    }

    @Test
    void takesMachinesAloneForALabAndSaysWhatTheyDoNotTell() throws IOException {
        List<String> machines = documents(List.of("machines"));

        assertThat(run(machines).out())
                .contains("# - ranges of 172.16.0.0/20 are not told")
                .contains("# - images are not told: ubuntu/jammy/amd64 is assumed");
        Path script = Files.writeString(folder.resolve("x.sh"), "echo done\n");
        Ended ended =
                run(
                        List.of(
                                "run",
                                script.toString(),
                                "--lab",
                                machines.getLast(),
                                "--print",
                                "id"));
        assertThat(ended.exit()).as(ended.err()).isNotEqualTo(2);
    }

    @Test
    void readsPowerParametersAndStatusesUnderWay() throws IOException {
        Path machines =
                Files.writeString(
                        folder.resolve("m.json"),
                        """
                        Success.
                        Machine-readable output follows:
                        [{"system_id": "abc123", "hostname": "nuc1", "status_name": "Deploying",
                          "cpu_count": 8, "memory": 32768, "power_type": "amt",
                          "tag_names": ["a: b"],
                          "pool": {"name": "default"}, "zone": {"name": "default"},
                          "boot_interface": {"name": "eno1"}, "boot_disk": {"id": 2},
                          "interface_set": [
                            {"name": "bond0", "type": "bond", "mac_address": "AA:00:00:00:00:01",
                             "parents": ["eno1"], "children": [], "params": {},
                             "links": [{"mode": "auto", "subnet": {"cidr": "10.0.0.0/24",
                               "gateway_ip": "10.0.0.1", "dns_servers": ["8.8.8.8"],
                               "vlan": {"fabric": "fabric-0", "vid": 5, "space": "lab"}}}]},
                            {"name": "eno1", "type": "physical", "mac_address": "AA:00:00:00:00:01",
                             "parents": [], "children": ["bond0"], "params": "", "links": []}],
                          "physicalblockdevice_set": [
                            {"id": 1, "name": "sdb", "size": 500107862016, "used_for": "Unused"},
                            {"id": 2, "name": "sda", "size": 240057409536, "used_for": "GPT"}]}]
                        """);
        Path power =
                Files.writeString(
                        folder.resolve("p.json"),
                        "{\"abc123\": {\"power_address\": \"10.0.0.9\"}}\n");

        Ended ended = run(List.of("lab", machines.toString(), power.toString()));

        assertThat(ended.exit()).as(ended.err()).isZero();
        LabDescription.Computer nuc = lab(ended.out()).machines().getFirst();
        assertThat(nuc.amtIp()).isEqualTo("10.0.0.9");
        assertThat(nuc.tags()).containsExactly("a: b");
        assertThat(nuc.nics().getFirst().subnet()).isEqualTo("10.0.0.0/24");
        assertThat(nuc.disks())
                .extracting(disk -> disk.name() + " " + disk.gb() + " " + disk.role())
                .containsExactly("/dev/sdb 500 FREE", "/dev/sda 240 BOOT");
        assertThat(ended.out())
                .contains("# - nuc1 was Deploying and is taken as Allocated")
                .contains("# - dns 8.8.8.8 of 10.0.0.0/24 is left out: it lies elsewhere")
                .contains("  vid: 5\n  space: lab\n");
    }

    @Test
    void saysWhatIsNoDocumentOfMaas() throws IOException {
        Path broken = Files.writeString(folder.resolve("b.json"), "[{\"a\": 1");
        Path other = Files.writeString(folder.resolve("o.json"), "[{\"a\": 1}]");

        Ended ended = run(List.of("lab", broken.toString(), other.toString()));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("b.json:1:1: expected JSON as the maas client prints it")
                .contains("o.json:1:1: expected machines, subnets, IP ranges");
        assertThat(run(List.of("lab")).err()).contains("expected documents of a MAAS, found none");
    }

    /** The words of the lab command over what our own MAAS prints. */
    private List<String> documents(List<String> resources) throws IOException {
        Path script =
                Files.writeString(
                        folder.resolve("login.sh"),
                        "maas login admin http://172.16.0.3:5240/MAAS a:b:c\n");
        List<String> words = new ArrayList<>(List.of("lab"));
        for (String resource : resources) {
            Ended ended =
                    run(
                            List.of(
                                    "run",
                                    script.toString(),
                                    "--print",
                                    "maas admin " + resource + " read"));
            assertThat(ended.exit()).as(ended.err()).isZero();
            words.add(Files.writeString(folder.resolve(resource), ended.out()).toString());
        }
        return words;
    }

    private static LabDescription lab(String text) {
        LabReading reading = LabReader.read("lab.yaml", text, List.of());
        assertThat(reading).as(text).isInstanceOf(LabReading.Read.class);
        return ((LabReading.Read) reading).description();
    }

    private static Ended run(List<String> arguments) {
        return Ended.of(arguments);
    }
}
