package org.maquete.whatif;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Words;
import org.maquete.juju.Unit;

/**
 * What an operator does when a charm says this: charm-deployment-guide, "Managing power events",
 * and the operations pages of the charm guide (ops-unseal-vault, ops-start-innodb-from-outage).
 */
final class RecoveryActions {

    /**
     * One row of the guide.
     *
     * @param once whether the action is for the application, not for each unit
     */
    private record Row(
            String charm, String message, boolean once, String en, String pt, List<String> lines) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            "vault",
                            "Unit is sealed",
                            false,
                            "Unseal it with three of the five keys.",
                            "Abra o Vault com três das cinco chaves.",
                            List.of(
                                    "vault operator unseal <unseal-key-1>",
                                    "vault operator unseal <unseal-key-2>",
                                    "vault operator unseal <unseal-key-3>")),
                    new Row(
                            "mysql-innodb-cluster",
                            "Cluster is inaccessible from this instance.",
                            true,
                            "Start the cluster from the member with the latest transactions.",
                            "Reinicie o cluster a partir do membro mais atualizado.",
                            List.of(
                                    "juju run mysql-innodb-cluster/leader"
                                            + " reboot-cluster-from-complete-outage")),
                    new Row(
                            "mysql-innodb-cluster",
                            "MySQL is down on this instance",
                            false,
                            "Make room on the disk if it is full, then start the service.",
                            "Libere o disco se estiver cheio e inicie o serviço.",
                            List.of("juju ssh {unit} sudo systemctl start mysql")),
                    new Row(
                            "vault",
                            "Vault service not running",
                            false,
                            "Start the service, then unseal it.",
                            "Inicie o serviço e depois abra o Vault.",
                            List.of("juju ssh {unit} sudo systemctl start vault")));

    private RecoveryActions() {}

    static Optional<OperatorTask> of(String charm, Unit unit, String message) {
        for (Row row : ROWS) {
            if (row.charm().equals(charm) && message.startsWith(row.message())) {
                String subject = row.once() ? unit.application() : unit.name();
                List<String> lines =
                        row.lines().stream()
                                .map(line -> line.replace("{unit}", unit.name()))
                                .toList();
                return Optional.of(
                        new OperatorTask(subject, message, new Words(row.en(), row.pt()), lines));
            }
        }
        return Optional.empty();
    }
}
