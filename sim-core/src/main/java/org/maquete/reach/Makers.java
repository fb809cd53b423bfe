package org.maquete.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maquete.finding.CausingLine;
import org.maquete.finding.Run;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Fact;
import org.maquete.kernel.JournalEntry;
import org.maquete.neutron.FloatingIpAssociated;
import org.maquete.neutron.NetworkCreated;
import org.maquete.neutron.PortCreated;
import org.maquete.neutron.RouterCreated;
import org.maquete.neutron.RouterGatewaySet;
import org.maquete.neutron.SecurityGroupCreated;
import org.maquete.neutron.SecurityGroupRuleCreated;
import org.maquete.neutron.SubnetCreated;

/**
 * Which command line made a network's thing. The journal is read once, when it is first asked; what
 * is found is kept, as the hops of many questions name the same lines.
 */
final class Makers {

    private static final String GATEWAY = "gateway ";
    private static final String ASSOCIATION = "association ";

    private final Optional<Run> run;
    private @Nullable Map<String, JournalEntry> entries;
    private final Map<String, Optional<Made>> found = new LinkedHashMap<>();

    Makers(Run run) {
        this.run = Optional.of(run);
    }

    /** Of a world whose history nobody asks for: it names nothing. */
    Makers() {
        run = Optional.empty();
    }

    /** What made the network, subnet, port, router, group or rule with this id. */
    Optional<Made> of(String uuid) {
        Optional<Made> known = found.get(uuid);
        if (known == null) {
            known = Optional.ofNullable(entries().get(uuid)).flatMap(this::line);
            found.put(uuid, known);
        }
        return known;
    }

    /** What gave a router its gateway. */
    Optional<Made> ofGateway(String router) {
        return of(GATEWAY + router);
    }

    /** What led a floating address to its port. */
    Optional<Made> ofAssociation(String floatingIp) {
        return of(ASSOCIATION + floatingIp);
    }

    private Optional<Made> line(JournalEntry entry) {
        return CausingLine.of(run.orElseThrow(), entry, line -> !line.words().isEmpty())
                .map(Makers::made);
    }

    private static Made made(TypedLine line) {
        return new Made(line.place(), line.source());
    }

    private Map<String, JournalEntry> entries() {
        if (entries == null) {
            Map<String, JournalEntry> byId = new LinkedHashMap<>();
            for (JournalEntry each : journal()) {
                if (each.what() instanceof JournalEntry.Happened(Fact fact)) {
                    String id = id(fact);
                    if (!id.isEmpty()) {
                        byId.put(id, each);
                    }
                }
            }
            entries = byId;
        }
        return entries;
    }

    private List<JournalEntry> journal() {
        return run.map(r -> r.journal().entries()).orElse(List.of());
    }

    private static String id(Fact fact) {
        return switch (fact) {
            case NetworkCreated made -> made.uuid();
            case SubnetCreated made -> made.uuid();
            case PortCreated made -> made.uuid();
            case RouterCreated made -> made.uuid();
            case SecurityGroupCreated made -> made.uuid();
            case SecurityGroupRuleCreated made -> made.uuid();
            case RouterGatewaySet set -> GATEWAY + set.router();
            case FloatingIpAssociated led -> ASSOCIATION + led.uuid();
            default -> "";
        };
    }
}
