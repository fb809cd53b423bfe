package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Ref;

/**
 * A host whose containers, system and servers use more memory than it has. Nova counts only its own
 * servers and places them all the same; the host swaps, or kills a process, and nobody says why.
 */
final class HostMemoryIsShort implements Rule {

    @Override
    public String id() {
        return "nova.host-memory";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (HostMemory host : HostMemory.of(run.world())) {
            if (host.freeMib() < 0 && host.serversMib() > 0) {
                lastServerLine(run).ifPresent(line -> findings.add(finding(host, line)));
            }
        }
        return findings;
    }

    /** The line that filled it: the last one that made a server. */
    private static Optional<TypedLine> lastServerLine(Run run) {
        return run.lines().reversed().stream()
                .filter(line -> line.answer().ok())
                .filter(line -> line.source().contains("openstack server create"))
                .findFirst();
    }

    private static Finding finding(HostMemory host, TypedLine line) {
        String figures =
                host.systemMib()
                        + " MiB system + "
                        + host.containersMib()
                        + " MiB in "
                        + host.containerCount()
                        + " containers + "
                        + host.serversMib()
                        + " MiB servers > "
                        + host.memoryMib()
                        + " MiB";
        return new Finding(
                "nova.host-memory",
                Severity.WARNING,
                Trouble.SILENT,
                line.place(),
                new Ref("machine", host.machine()),
                "",
                new Words(
                        host.machine()
                                + " has promised more memory than it has ("
                                + figures
                                + "). Nova sees only its own servers and believes that "
                                + host.novaFreeMib()
                                + " MiB are free; the host swaps.",
                        host.machine()
                                + " prometeu mais memória do que tem ("
                                + figures
                                + "). O Nova só vê os próprios servidores e acredita que há "
                                + host.novaFreeMib()
                                + " MiB livres; a máquina usa swap."),
                List.of(
                        Cure.advice(
                                new Words(
                                        "Reserve what the containers need: `juju config"
                                                + " nova-compute reserved-host-memory="
                                                + (host.systemMib() + host.containersMib())
                                                + "`, or use smaller servers.",
                                        "Reserve o que os contêineres usam: `juju config"
                                                + " nova-compute reserved-host-memory="
                                                + (host.systemMib() + host.containersMib())
                                                + "`, ou use servidores menores."))),
                Ref.NONE);
    }
}
