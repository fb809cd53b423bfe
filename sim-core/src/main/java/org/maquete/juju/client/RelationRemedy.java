package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Relations that Juju cannot infer or does not add. */
final class RelationRemedy implements Remedy {

    private static final Pattern CANDIDATE = Pattern.compile("\"([^\" ]+) ([^\" ]+)\"");

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        boolean isRelation =
                line.startsWith("juju integrate")
                        || line.startsWith("juju relate")
                        || line.startsWith("juju add-relation");
        String message = refusal.message();
        if (!isRelation) {
            return Optional.empty();
        }
        if (message.startsWith("ambiguous relation")) {
            return Optional.of(ambiguous(message));
        }
        if (refusal.code().equals("already exists")) {
            Words why =
                    new Words(
                            "These two are related already; the line is not needed.",
                            "Esses dois já estão relacionados; a linha não é necessária.");
            return Optional.of(
                    new Diagnosis(
                            "juju.relation-exists",
                            Severity.WARNING,
                            why,
                            List.of(Cure.instead(why))));
        }
        boolean isImpossible = message.equals("no relations found") || message.contains("relation");
        Words why =
                new Words(
                        "These two have no endpoints that fit: same interface, one provides and one"
                                + " requires.",
                        "Esses dois não têm endpoints que combinem: mesma interface, um fornece e o"
                                + " outro requer.");
        return isImpossible && !refusal.missed().isSome()
                ? Optional.of(
                        new Diagnosis(
                                "juju.relation-impossible",
                                Severity.ERROR,
                                why,
                                List.of(Cure.advice(why))))
                : Optional.empty();
    }

    private static Diagnosis ambiguous(String message) {
        List<String> pairs = new ArrayList<>();
        Matcher matcher = CANDIDATE.matcher(message.substring(message.indexOf("could refer")));
        while (matcher.find()) {
            pairs.add(matcher.group(1) + " " + matcher.group(2));
        }
        List<String> real = pairs.stream().filter(pair -> !pair.contains(":juju-info")).toList();
        String list = String.join("; ", real);
        Words why =
                new Words(
                        "More than one pair of endpoints fits. Say which: " + list + ".",
                        "Mais de um par de endpoints combina. Diga qual: " + list + ".");
        Optional<String> usual = usual(real);
        Cure cure =
                usual.isPresent()
                        ? Cure.instead(why, "juju integrate " + usual.get())
                        : Cure.advice(why);
        return new Diagnosis("juju.relation-ambiguous", Severity.ERROR, why, List.of(cure));
    }

    // endpoints that the guide never relates: <charm-deployment-guide, yoga, install-openstack>
    private static final List<String> UNUSUAL =
            List.of(
                    "amqp-cell",
                    "shared-db-cell",
                    "nova-cell-api",
                    "db-monitor",
                    "nova-ceilometer",
                    "cells",
                    "dashboard",
                    "dashboard-plugin",
                    "identity-admin",
                    "website",
                    "identity-credentials",
                    "secrets",
                    "nrpe-external-master",
                    "monitor",
                    "application-dashboard",
                    "websso-trusted-dashboard",
                    "keystone-middleware");

    private static Optional<String> usual(List<String> pairs) {
        List<String> left =
                pairs.stream()
                        .filter(pair ->
                                UNUSUAL.stream()
                                        .noneMatch(end -> (pair + " ").contains(":" + end + " ")))
                        .toList();
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }
}
