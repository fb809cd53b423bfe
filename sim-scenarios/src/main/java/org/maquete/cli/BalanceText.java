package org.maquete.cli;

import java.util.Locale;
import org.maquete.ceph.balancer.UpmapBalancer;

/** A plan of the balancer: what it does to each pool, then what to type. */
final class BalanceText {

    private BalanceText() {}

    static String of(UpmapBalancer.Plan plan) {
        StringBuilder out = new StringBuilder("\n# balancer: deviation of shards by weight\n");
        for (UpmapBalancer.Result each : plan.results()) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "# pool %s: max %.2f -> %.2f, stddev %.2f -> %.2f, %d upmaps changed\n",
                            each.pool().name(),
                            each.deviationMaxBefore(),
                            each.deviationMaxAfter(),
                            each.stddevBefore(),
                            each.stddevAfter(),
                            each.changedCount()));
        }
        if (plan.cleaned() > 0) {
            out.append("# the first ").append(plan.cleaned());
            out.append(" take away what no longer holds; the monitors do so by themselves\n");
        }
        plan.commands().forEach(c -> out.append(c).append('\n'));
        return out.toString();
    }
}
