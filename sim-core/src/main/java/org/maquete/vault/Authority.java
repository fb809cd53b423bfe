package org.maquete.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.SimTime;
import org.maquete.world.Edits;
import org.maquete.world.World;

/**
 * Vault as certificate authority: it signs for each unit that asks, and each certificate has its
 * time. The charm renews none by itself; {@code reissue-certificates} renews all.
 */
final class Authority {

    private Authority() {}

    /** Signs for those who ask and have no certificate yet, or for all of them again. */
    static void sign(VaultServer server, HookContext context, boolean again, HookOutcome out) {
        List<String> units = new ArrayList<>();
        for (Relation relation : context.relations("certificates")) {
            for (Unit unit : context.remoteUnits(relation)) {
                boolean has =
                        VaultView.certificate(context.world(), unit).isPresent()
                                || units.contains(unit.name());
                if (again && !units.contains(unit.name()) || !has) {
                    units.add(unit.name());
                }
            }
        }
        if (!units.isEmpty()) {
            long ttlNs = hours(context.config("default-ttl")) * SimTime.HOUR;
            out.command(new IssueCertificates(server.key(), units, ttlNs));
        }
    }

    /** {@code 8759h}; the option is taken in hours, as its default is. */
    private static long hours(String text) {
        String digits = text.endsWith("h") ? text.substring(0, text.length() - 1) : text;
        return Long.parseLong(digits);
    }

    static void issue(IssueCertificates command, World world, Outcome out) {
        VaultServer server = world.table(VaultView.SERVERS).get(command.server());
        for (String unit : command.units()) {
            Optional<Certificate> old =
                    world.table(VaultView.CERTIFICATES).find(server.model(), unit);
            old.ifPresent(one -> out.cancel(one.expiry()));
            EventId expiry =
                    out.schedule(command.ttlNs(), new CertificateExpiryDue(server.model(), unit));
            out.fact(
                    new CertificateIssued(
                            server.model(),
                            unit,
                            server.key(),
                            out.now() + command.ttlNs(),
                            expiry));
        }
    }

    static void expiryDue(CertificateExpiryDue event, World world, Outcome out) {
        if (world.table(VaultView.CERTIFICATES).has(event.model() + " " + event.unit())) {
            out.fact(new CertificateExpired(event.model(), event.unit()));
        }
    }

    static void issued(CertificateIssued fact, long timeNs, Edits edits) {
        String key = fact.model() + " " + fact.unit();
        boolean known = edits.world().table(VaultView.CERTIFICATES).has(key);
        int id =
                known
                        ? edits.world().table(VaultView.CERTIFICATES).idOf(key)
                        : edits.world().table(VaultView.CERTIFICATES).nextId();
        Certificate certificate =
                new Certificate(
                        id,
                        fact.model(),
                        fact.unit(),
                        fact.server(),
                        fact.expiresNs(),
                        false,
                        fact.expiry());
        if (known) {
            edits.change(VaultView.CERTIFICATES, key, _ -> certificate);
        } else {
            edits.insert(VaultView.CERTIFICATES, certificate);
        }
    }

    static void expired(CertificateExpired fact, long timeNs, Edits edits) {
        edits.change(
                VaultView.CERTIFICATES,
                fact.model() + " " + fact.unit(),
                old ->
                        new Certificate(
                                old.id(),
                                old.model(),
                                old.unit(),
                                old.server(),
                                old.expiresNs(),
                                true,
                                EventId.NONE));
    }

    static void resume(World world, Outcome out) {
        for (Certificate one : world.table(VaultView.CERTIFICATES)) {
            if (!one.expired()) {
                long leftNs = Math.max(0, one.expiresNs() - out.now());
                EventId expiry =
                        out.schedule(leftNs, new CertificateExpiryDue(one.model(), one.unit()));
                out.fact(
                        new CertificateIssued(
                                one.model(), one.unit(), one.server(), out.now() + leftNs, expiry));
            }
        }
    }
}
