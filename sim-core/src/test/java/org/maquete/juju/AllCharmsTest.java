package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Condition;
import org.maquete.juju.catalog.OptionalCheck;
import org.maquete.juju.catalog.ReadinessCheck;
import org.maquete.juju.catalog.Resources;

/**
 * What the first unit of every charm of the catalogue says: deployed alone, with all that it asks
 * for, with one relation less, and with a partner that has not answered yet.
 */
class AllCharmsTest {

    @Test
    void everyCharmSaysWhatItsSourceSays() {
        List<String> said = new ArrayList<>();
        for (String name : Resources.CATALOG.names()) {
            said.addAll(saidBy(Resources.CATALOG.find(name).orElseThrow()));
        }

        assertThat(Resources.CATALOG.names()).hasSize(41);
        assertThat(String.join("\n", said) + "\n")
                .isEqualTo(Resources.read("/golden/juju/charm-messages/expected.txt"));
    }

    private static List<String> saidBy(CharmMetadata charm) {
        List<String> said = new ArrayList<>();
        said.add(charm.name() + ", alone: " + CharmStage.alone(charm).said());
        said.add(charm.name() + ", complete: " + complete(charm).said());
        for (ReadinessCheck check : charm.readiness().required()) {
            String endpoint = check.endpoints().getFirst();
            if (!CharmStage.isPeer(charm, endpoint)) {
                String without = complete(charm).without(endpoint).said();
                String silent = complete(charm).silent(endpoint).said();
                said.add(charm.name() + ", without " + endpoint + ": " + without);
                said.add(charm.name() + ", unanswered " + endpoint + ": " + silent);
            }
        }
        for (OptionalCheck optional : charm.readiness().optional()) {
            String endpoint = optional.check().endpoints().getFirst();
            CharmStage stage = under(optional.when(), complete(charm)).silent(endpoint);
            said.add(charm.name() + ", unanswered " + endpoint + ": " + stage.said());
        }
        return said;
    }

    /** With what a person would relate and set beside what the status asks for. */
    private static CharmStage complete(CharmMetadata charm) {
        CharmStage stage = new CharmStage(charm);
        return switch (charm.name()) {
            case "ceph-mon" -> stage.with("osd");
            case "easyrsa" -> stage.with("client");
            case "vault" -> stage.with("certificates");
            case "octavia" -> certified(stage);
            default -> stage;
        };
    }

    private static CharmStage certified(CharmStage stage) {
        return stage.config("lb-mgmt-issuing-cacert", "x")
                .config("lb-mgmt-issuing-ca-private-key", "x")
                .config("lb-mgmt-issuing-ca-key-passphrase", "x")
                .config("lb-mgmt-controller-cacert", "x")
                .config("lb-mgmt-controller-cert", "x");
    }

    private static CharmStage under(Condition when, CharmStage stage) {
        return switch (when) {
            case Condition.Related(List<String> endpoints) -> stage.with(endpoints.getFirst());
            case Condition.ConfigIs is -> stage.config(is.option(), is.value().text());
            default -> throw new AssertionError(when);
        };
    }
}
