package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Words;
import org.maquete.kernel.SimTime;
import org.maquete.neutron.NeutronView;
import org.maquete.neutron.Port;
import org.maquete.neutron.Subnet;

/** apt in Ubuntu 22.04: packages come from the Internet, by names that a name server knows. */
final class Apt {

    private static final long UPDATE_NS = 8 * SimTime.SECOND; // GUESS: lists of jammy
    private static final long INSTALL_NS =
            25 * SimTime.SECOND; // GUESS: docker.io and what it needs
    // 30 s: apt.conf(5), Acquire::http::Timeout, for each of the addresses of the archive
    private static final long TIMEOUT_NS = 30 * SimTime.SECOND;

    private static final String ARCHIVE = "http://archive.ubuntu.com/ubuntu";

    private static final List<String> SERVICES =
            List.of(Services.NGINX, Services.POSTGRESQL, "docker.io", "docker-ce");
    private static final List<String> OTHERS =
            List.of(
                    "curl",
                    "ca-certificates",
                    "gnupg",
                    "lsb-release",
                    "wget",
                    "vim",
                    "git",
                    "htop",
                    "docker-ce-cli",
                    "containerd.io",
                    "docker-buildx-plugin",
                    "net-tools",
                    "jq",
                    "docker-compose-plugin",
                    "postgresql-client",
                    "postgresql-contrib",
                    "iputils-ping",
                    "python3-pip",
                    "python3-venv");

    private final Call call;
    private final Inside inside;

    Apt(Call call) {
        this.call = call;
        inside = call.inside();
    }

    Result run() {
        List<String> words = call.rest().stream().filter(w -> !w.startsWith("-")).toList();
        if (words.isEmpty()) {
            return Result.notModelled("apt-get in a guest");
        }
        return switch (words.getFirst()) {
            case "update" -> update();
            case "install" -> install(words.subList(1, words.size()));
            case "upgrade", "dist-upgrade", "full-upgrade" -> Result.SILENT.took(UPDATE_NS);
            default -> Result.notModelled("apt-get " + words.getFirst() + " in a guest");
        };
    }

    private Result update() {
        if (!call.isRoot()) {
            return Result.failed(
                    100,
                    "E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission"
                            + " denied)\nE: Unable to lock directory /var/lib/apt/lists/");
        }
        Optional<Fault> names = names();
        Optional<Fault> why =
                names.isPresent() ? names : inside.connections().internet(inside.server());
        if (why.isPresent()) {
            inside.site().met(why.get());
            String error =
                    names.isPresent()
                            ? "  Temporary failure resolving 'archive.ubuntu.com'"
                            : "  Could not connect to archive.ubuntu.com:80, connection timed out";
            String text =
                    "W: Failed to fetch "
                            + ARCHIVE
                            + "/dists/jammy/InRelease"
                            + error
                            + "\nW: Some index files failed to download. They have been ignored, or"
                            + " old ones used instead.\n";
            return new Result("Reading package lists...\n", text, 0, TIMEOUT_NS, "");
        }
        Guest guest = inside.guest();
        inside.site()
                .set(new Guest(-1, guest.server(), sources(guest), true, guest.inDockerGroup()));
        return Result.of("Reading package lists...\n").took(UPDATE_NS);
    }

    /** Docker's own packages can be found once its repository is written and read. */
    private List<String> sources(Guest guest) {
        List<String> all = new ArrayList<>(guest.packages());
        boolean hasList =
                inside.site()
                        .file(inside.server(), "/etc/apt/sources.list.d/docker.list")
                        .isPresent();
        if (hasList && !all.contains("docker.list")) {
            all.add("docker.list");
        }
        return all;
    }

    /** Why names cannot be found; empty when they can. */
    private Optional<Fault> names() {
        for (Port port : NeutronView.portsOf(inside.site().world(), inside.server())) {
            Optional<Subnet> subnet = NeutronView.subnet(inside.site().world(), port.subnet());
            for (String each : subnet.map(Subnet::nameservers).orElse(List.of())) {
                Optional<Fault> why = inside.connections().names(inside.server(), each);
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }

    private Result install(List<String> wanted) {
        if (!call.isRoot()) {
            return Result.failed(
                    100,
                    "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission"
                            + " denied)\nE: Unable to acquire the dpkg frontend lock"
                            + " (/var/lib/dpkg/lock-frontend), are you root?");
        }
        Guest guest = inside.guest();
        for (String each : wanted) {
            if (!SERVICES.contains(each) && !OTHERS.contains(each)) {
                return Result.notModelled("apt-get install " + each + " in a guest");
            }
            boolean isDockers = each.startsWith("docker-") || each.equals("containerd.io");
            if (!guest.hasLists() || isDockers && !guest.has("docker.list")) {
                return unknown(each, guest.hasLists());
            }
        }
        boolean isAnswered =
                call.words().stream().anyMatch(w -> w.matches("-[a-z]*y[a-z]*|--yes|--assume-yes"));
        List<String> fresh = wanted.stream().filter(w -> !guest.has(w)).toList();
        if (fresh.isEmpty()) {
            return Result.of("0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n");
        }
        if (!isAnswered) {
            return new Result("Do you want to continue? [Y/n] Abort.\n", "", 1, 0, "");
        }
        Optional<Fault> why = inside.connections().internet(inside.server());
        if (why.isPresent()) {
            inside.site().met(why.get());
            return Result.failed(
                            100,
                            "E: Failed to fetch "
                                    + ARCHIVE
                                    + "/pool/  Could not connect to"
                                    + " archive.ubuntu.com:80, connection timed out\nE: Unable to"
                                    + " fetch some archives, maybe run apt-get update or try with"
                                    + " --fix-missing?")
                    .took(TIMEOUT_NS);
        }
        inside.site().set(guest.with(fresh));
        for (String each : fresh) {
            if (SERVICES.contains(each)) {
                Services.install(
                        inside.site(),
                        inside.server(),
                        each.startsWith("docker") ? Services.DOCKER : each);
            }
        }
        return Result.of("Reading package lists...\n").took(INSTALL_NS);
    }

    private Result unknown(String wanted, boolean hasLists) {
        String name = inside.site().name(inside.server());
        Words words =
                hasLists
                        ? new Words(
                                wanted
                                        + " is not in Ubuntu's archive, and Docker's is not in the"
                                        + " lists of "
                                        + name,
                                wanted
                                        + " não está no repositório do Ubuntu, e o do Docker não"
                                        + " está nas listas de "
                                        + name)
                        : new Words(
                                "apt in " + name + " has no lists of packages yet",
                                "o apt em " + name + " ainda não tem listas de pacotes");
        String line =
                hasLists
                        ? "sudo apt-get update && sudo apt-get install -y docker.io"
                        : "sudo apt-get update";
        inside.site()
                .met(
                        Fault.of(
                                Cause.NO_PACKAGE_LISTS,
                                words,
                                Cure.before(
                                        new Words("First:", "Antes:"),
                                        inside.site().line(inside.server(), line))));
        return Result.failed(100, "E: Unable to locate package " + wanted);
    }
}
