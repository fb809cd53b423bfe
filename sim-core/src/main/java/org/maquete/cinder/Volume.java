package org.maquete.cinder;

import java.util.List;
import java.util.function.UnaryOperator;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A volume.
 *
 * @param uuid the natural key
 * @param status {@code creating}, {@code available}, ...: as the API shows it
 * @param type the name of its type
 * @param image the id of the image that it was made from, or empty
 * @param snapshot the id of the snapshot that it was made from, or empty
 * @param source the id of the volume that it was made from, or empty
 * @param host {@code cinder@cinder-ceph#cinder-ceph}, or empty while no back end is chosen
 * @param properties {@code key=value}
 * @param updatedNs when it changed for the last time, or -1
 * @param serial how many states it has had: an event for an earlier one is stale
 * @param wantedGib the size that it is being extended to, or 0
 * @param waitsFor the program or the pool that the next step waits for, or empty
 */
public record Volume(
        int id,
        String uuid,
        String project,
        String user,
        String name,
        String description,
        String status,
        long sizeGib,
        String type,
        String image,
        String snapshot,
        String source,
        boolean bootable,
        boolean readOnly,
        String host,
        Attachment attachment,
        List<String> properties,
        long createdNs,
        long updatedNs,
        int serial,
        long wantedGib,
        String waitsFor)
        implements Row {

    public Volume {
        properties = List.copyOf(properties);
    }

    @Override
    public String key() {
        return uuid;
    }

    /** Whether it belongs to a server that sees it. */
    public boolean isAttached() {
        return attachment.isComplete();
    }

    /** A copy with some columns changed. */
    static final class Change {

        private final Volume of;
        private String name;
        private String description;
        private String status;
        private long sizeGib;
        private boolean bootable;
        private boolean readOnly;
        private String host;
        private Attachment attachment;
        private List<String> properties;
        private long updatedNs;
        private int serial;
        private long wantedGib;
        private String waitsFor;

        Change(Volume of, long timeNs) {
            this.of = of;
            this.name = of.name;
            this.description = of.description;
            this.status = of.status;
            this.sizeGib = of.sizeGib;
            this.bootable = of.bootable;
            this.readOnly = of.readOnly;
            this.host = of.host;
            this.attachment = of.attachment;
            this.properties = of.properties;
            this.updatedNs = timeNs;
            this.serial = of.serial;
            this.wantedGib = of.wantedGib;
            this.waitsFor = of.waitsFor;
        }

        Change name(String other) {
            name = other;
            return this;
        }

        Change description(String other) {
            description = other;
            return this;
        }

        /** Another state: what was due in the one before is stale. */
        Change status(String other) {
            status = other;
            serial++;
            waitsFor = "";
            return this;
        }

        Change sizeGib(long other) {
            sizeGib = other;
            return this;
        }

        Change bootable(boolean other) {
            bootable = other;
            return this;
        }

        Change readOnly(boolean other) {
            readOnly = other;
            return this;
        }

        Change host(String other) {
            host = other;
            return this;
        }

        Change attachment(Attachment other) {
            attachment = other;
            return this;
        }

        Change attachment(UnaryOperator<Attachment> other) {
            return attachment(other.apply(attachment));
        }

        Change properties(List<String> other) {
            properties = other;
            return this;
        }

        Change wantedGib(long other) {
            wantedGib = other;
            return this;
        }

        Change waitsFor(String other) {
            waitsFor = other;
            return this;
        }

        Volume made() {
            return new Volume(
                    of.id,
                    of.uuid,
                    of.project,
                    of.user,
                    name,
                    description,
                    status,
                    sizeGib,
                    of.type,
                    of.image,
                    of.snapshot,
                    of.source,
                    bootable,
                    readOnly,
                    host,
                    attachment,
                    properties,
                    of.createdNs,
                    updatedNs,
                    serial,
                    wantedGib,
                    waitsFor);
        }
    }

    Change change(long timeNs) {
        return new Change(this, timeNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("user", user)
                .text("name", name)
                .text("description", description)
                .text("status", status)
                .number("sizeGib", sizeGib)
                .text("type", type)
                .text("image", image)
                .text("snapshot", snapshot)
                .text("source", source)
                .flag("bootable", bootable)
                .flag("readOnly", readOnly)
                .text("host", host);
        attachment.encode(sink);
        sink.texts("properties", properties)
                .number("createdNs", createdNs)
                .number("updatedNs", updatedNs)
                .number("serial", serial)
                .number("wantedGib", wantedGib)
                .text("waitsFor", waitsFor);
    }
}
