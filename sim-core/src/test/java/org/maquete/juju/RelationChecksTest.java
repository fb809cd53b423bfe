package org.maquete.juju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.juju.catalog.ReadinessCheck;
import org.maquete.juju.catalog.ReadinessStyle;
import org.maquete.juju.catalog.StatusText;
import org.maquete.kernel.Ref;

class RelationChecksTest {

    private static final List<ReadinessCheck> CHECKS =
            List.of(
                    check("shared-db", "database"),
                    check("amqp", "messaging"),
                    check("id", "identity"));

    @Test
    void classicCharmsListWhatIsMissingInOrderOfLabels() {
        assertThat(said(ReadinessStyle.OS_CLASSIC, "unrelated", "unrelated", "unrelated"))
                .isEqualTo("blocked Missing relations: database, identity, messaging");
    }

    @Test
    void classicCharmsWaitForWhatIsIncomplete() {
        assertThat(said(ReadinessStyle.OS_CLASSIC, "complete", "incomplete", "empty"))
                .isEqualTo("waiting Incomplete relations: identity, messaging");
    }

    @Test
    void classicCharmsSayBothAndAreBlocked() {
        assertThat(said(ReadinessStyle.OS_CLASSIC, "incomplete", "unrelated", "complete"))
                .isEqualTo("blocked Missing relations: messaging; incomplete relations: database");
    }

    @Test
    void reactiveCharmsJoinTheFirstFailureOfEachRelationInDeclaredOrder() {
        assertThat(said(ReadinessStyle.OS_REACTIVE, "incomplete", "unrelated", "complete"))
                .isEqualTo("blocked 'database' incomplete, 'messaging' missing");
    }

    @Test
    void reactiveCharmsCallARelationMissingUntilItsFirstUnitJoins() {
        assertThat(said(ReadinessStyle.OS_REACTIVE, "empty", "complete", "complete"))
                .isEqualTo("blocked 'database' missing");
        assertThat(said(ReadinessStyle.OS_CLASSIC, "empty", "complete", "complete"))
                .isEqualTo("waiting Incomplete relations: database");
    }

    @Test
    void customCharmsUseTheirOwnWords() {
        ReadinessCheck monitor =
                new ReadinessCheck(
                        List.of("mon"),
                        "monitor",
                        Optional.of(new StatusText("blocked", "Missing relation: monitor")),
                        Optional.of(new StatusText("waiting", "Incomplete relation: monitor")));

        assertThat(
                        RelationChecks.assess(
                                        ReadinessStyle.CUSTOM,
                                        List.of(monitor),
                                        List.of(),
                                        _ -> state("incomplete"))
                                .orElseThrow()
                                .message())
                .isEqualTo("Incomplete relation: monitor");
    }

    @Test
    void anyOneOfSeveralEndpointsIsEnough() {
        ReadinessCheck either =
                new ReadinessCheck(
                        List.of("ceph", "object-store"),
                        "storage-backend",
                        Optional.empty(),
                        Optional.empty());

        assertThat(
                        RelationChecks.assess(
                                ReadinessStyle.OS_CLASSIC,
                                List.of(either),
                                List.of(),
                                name -> state(name.equals("ceph") ? "unrelated" : "complete")))
                .isEmpty();
    }

    @Test
    void missingRelationsAreTheFirstToBlame() {
        Assessment found =
                RelationChecks.assess(
                                ReadinessStyle.OS_CLASSIC,
                                CHECKS,
                                List.of(),
                                name -> state(name.equals("amqp") ? "unrelated" : "incomplete"))
                        .orElseThrow();

        assertThat(found.waitsFor())
                .containsExactly(new Ref("unit", "unrelated/0"), new Ref("unit", "incomplete/0"));
    }

    private static String said(ReadinessStyle style, String database, String amqp, String id) {
        Assessment found =
                RelationChecks.assess(
                                style,
                                CHECKS,
                                List.of(),
                                name ->
                                        state(
                                                name.equals("shared-db")
                                                        ? database
                                                        : name.equals("amqp") ? amqp : id))
                        .orElseThrow();
        return found.status() + " " + found.message();
    }

    private static EndpointState state(String kind) {
        List<Ref> reasons =
                kind.equals("complete") ? List.of() : List.of(new Ref("unit", kind + "/0"));
        return new EndpointState(
                EndpointState.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), reasons);
    }

    private static ReadinessCheck check(String endpoint, String label) {
        return new ReadinessCheck(List.of(endpoint), label, Optional.empty(), Optional.empty());
    }
}
