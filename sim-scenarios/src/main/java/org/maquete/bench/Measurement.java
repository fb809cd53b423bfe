package org.maquete.bench;

import org.maquete.nova.replay.Policy;
import org.maquete.nova.replay.ReplayResult;

/**
 * One replay.
 *
 * @param decisionUs microseconds of the policy in the mean of its decisions
 * @param requestUs microseconds of the whole run in the mean of its requests
 */
public record Measurement(
        Policy policy, long seed, ReplayResult result, double decisionUs, double requestUs) {}
