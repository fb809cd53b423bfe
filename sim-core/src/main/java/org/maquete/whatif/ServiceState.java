package org.maquete.whatif;

import java.util.List;

/**
 * Whether an application answers requests, as somebody outside would find.
 *
 * @param model the model's key
 * @param unitCount how many units it has
 * @param upCount how many of them answer
 * @param neededCount how many have to, for the application to answer
 * @param reasons why the others do not, in order of unit: {@code vault/0: Unit is sealed}
 */
public record ServiceState(
        String model,
        String application,
        int unitCount,
        int upCount,
        int neededCount,
        List<String> reasons) {

    public ServiceState {
        reasons = List.copyOf(reasons);
    }

    /** Whether the application answers, be it with fewer units than it has. */
    public boolean isUp() {
        return upCount >= neededCount;
    }

    /** Whether all of its units answer. */
    public boolean isWhole() {
        return isUp() && upCount == unitCount;
    }

    /** {@code up}, {@code 2/3} or {@code down}. */
    public String word() {
        return isWhole() ? "up" : isUp() ? upCount + "/" + unitCount : "down";
    }
}
