package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A model of a controller.
 *
 * @param controller the controller's name
 * @param name {@code openstack}; the natural key is {@code controller:name}
 * @param uuid drawn
 * @param defaultBase {@code ubuntu@22.04}, from default-series or default-base, or empty
 * @param nextMachine the id of the next machine; never reused
 * @param nextRelation the id of the next relation
 * @param nextTask the number of the next action's task
 */
public record Model(
        int id,
        String controller,
        String name,
        String uuid,
        String defaultBase,
        StatusInfo status,
        int nextMachine,
        int nextRelation,
        int nextTask)
        implements Row {

    @Override
    public String key() {
        return controller + ":" + name;
    }

    Model withStatus(StatusInfo status) {
        return new Model(
                id,
                controller,
                name,
                uuid,
                defaultBase,
                status,
                nextMachine,
                nextRelation,
                nextTask);
    }

    Model withNextMachine(int nextMachine) {
        return new Model(
                id,
                controller,
                name,
                uuid,
                defaultBase,
                status,
                nextMachine,
                nextRelation,
                nextTask);
    }

    Model withNextRelation(int nextRelation) {
        return new Model(
                id,
                controller,
                name,
                uuid,
                defaultBase,
                status,
                nextMachine,
                nextRelation,
                nextTask);
    }

    Model withNextTask(int nextTask) {
        return new Model(
                id,
                controller,
                name,
                uuid,
                defaultBase,
                status,
                nextMachine,
                nextRelation,
                nextTask);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).text("name", name).text("uuid", uuid);
        sink.text("defaultBase", defaultBase);
        status.encode("status", sink);
        sink.number("nextMachine", nextMachine).number("nextRelation", nextRelation);
        sink.number("nextTask", nextTask);
    }
}
