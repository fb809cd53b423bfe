package org.maquete.juju.catalog;

import java.util.List;

/**
 * What a charm waits for and what it says meanwhile.
 *
 * @param source the file of the charm that was read; empty when none was
 * @param gates statuses beside those of relations, in the charm's order
 * @param unitsMin units without which no unit becomes active
 * @param unitsRecommended units for a resilient service; 0 for a subordinate
 * @param activeMessages the usual message first, then those of particular units
 * @param atOnce provided endpoints on which it gives as soon as somebody joins
 * @param applicationMessage what the leader sets for the application; empty when it sets none
 */
public record Readiness(
        ReadinessStyle style,
        String source,
        List<ReadinessCheck> required,
        List<OptionalCheck> optional,
        List<Gate> gates,
        int unitsMin,
        int unitsRecommended,
        List<String> activeMessages,
        String applicationMessage,
        List<String> atOnce,
        List<FurtherState> furtherStates) {

    /** For a charm whose status code was not read. */
    public static final Readiness UNKNOWN =
            new Readiness(
                    ReadinessStyle.UNKNOWN,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    1,
                    0,
                    List.of(""),
                    "",
                    List.of(),
                    List.of());

    public Readiness {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        gates = List.copyOf(gates);
        activeMessages = List.copyOf(activeMessages);
        atOnce = List.copyOf(atOnce);
        furtherStates = List.copyOf(furtherStates);
        if (unitsMin < 1 || unitsRecommended < 0 || activeMessages.isEmpty()) {
            throw new IllegalArgumentException(
                    "at least 1 unit and an active message expected, found "
                            + unitsMin
                            + " and "
                            + activeMessages);
        }
    }

    /** The message of a unit that is ready, unless it is a particular one. */
    public String activeMessage() {
        return activeMessages.getFirst();
    }
}
