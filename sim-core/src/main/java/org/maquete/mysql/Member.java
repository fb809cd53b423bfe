package org.maquete.mysql;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An instance that the cluster's metadata names; it stays when its unit has gone.
 *
 * @param unit {@code mysql-innodb-cluster/0}; the natural key is {@code model unit} with a blank
 * @param address where its server listens
 * @param transactions how many it had executed when it stopped
 * @param reboot the number of the cluster's reboot in which it took part last
 * @param dueNs when {@code event} is due; 0 when none is pending
 * @param event its expulsion while unreachable, its return while offline
 */
public record Member(
        int id,
        String model,
        String unit,
        String application,
        String address,
        MemberState state,
        long transactions,
        int reboot,
        long dueNs,
        EventId event)
        implements Row {

    @Override
    public String key() {
        return model + " " + unit;
    }

    /** Whether it takes part. */
    public boolean isOnline() {
        return state == MemberState.ONLINE;
    }

    /** {@code 10.0.0.163:3306}. */
    public String endpoint() {
        // 3306, port: MySQL 8.0
        return address + ":3306";
    }

    /** The same in a state, with nothing pending. */
    Member in(MemberState next, long executed, int lastReboot) {
        return new Member(
                id, model, unit, application, address, next, executed, lastReboot, 0, EventId.NONE);
    }

    /** The same with an event pending. */
    Member pending(MemberState next, long executed, long whenNs, EventId due) {
        return new Member(
                id, model, unit, application, address, next, executed, reboot, whenNs, due);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("application", application);
        sink.text("address", address).text("state", state.name());
        sink.number("transactions", transactions).number("reboot", reboot);
        sink.number("dueNs", dueNs);
    }
}
