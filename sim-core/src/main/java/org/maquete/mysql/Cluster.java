package org.maquete.mysql;

import org.maquete.kernel.SimTime;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An InnoDB cluster.
 *
 * @param application the application; the natural key is {@code model application} with a blank
 * @param primary the unit that takes writes; the last one that did when none does
 * @param expelSeconds how long a suspected member is waited for
 * @param reboots how many times it was started again after a complete outage
 * @param base how many transactions there were at {@code sinceNs}
 * @param sinceNs since when it takes writes, or when it stopped
 * @param writable whether it takes writes
 */
public record Cluster(
        int id,
        String model,
        String application,
        String name,
        String primary,
        int expelSeconds,
        int reboots,
        long base,
        long sinceNs,
        boolean writable)
        implements Row {

    // 1, transactions a second: GUESS, the heartbeats of an idle OpenStack; only the order counts
    private static final long WRITE_NS = SimTime.SECOND;

    @Override
    public String key() {
        return model + " " + application;
    }

    /** How many transactions there are; a member that stops now has executed them all. */
    long transactions(long nowNs) {
        return writable ? base + (nowNs - sinceNs) / WRITE_NS : base;
    }

    Cluster withPrimary(String unit) {
        return new Cluster(
                id, model, application, name, unit, expelSeconds, reboots, base, sinceNs, writable);
    }

    Cluster withExpel(int seconds) {
        return new Cluster(
                id, model, application, name, primary, seconds, reboots, base, sinceNs, writable);
    }

    Cluster stopped(long transactions, long nowNs) {
        return new Cluster(
                id,
                model,
                application,
                name,
                primary,
                expelSeconds,
                reboots,
                transactions,
                nowNs,
                false);
    }

    Cluster rebooted(long transactions, long nowNs) {
        return new Cluster(
                id,
                model,
                application,
                name,
                primary,
                expelSeconds,
                reboots + 1,
                transactions,
                nowNs,
                true);
    }

    Cluster resumed(long nowNs) {
        return new Cluster(
                id, model, application, name, primary, expelSeconds, reboots, base, nowNs, true);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).text("name", name);
        sink.text("primary", primary).number("expelSeconds", expelSeconds);
        sink.number("reboots", reboots).number("base", base).number("sinceNs", sinceNs);
        sink.flag("writable", writable);
    }
}
