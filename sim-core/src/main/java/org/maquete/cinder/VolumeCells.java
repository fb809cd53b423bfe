package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import org.maquete.glance.Image;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;

/** Parts of what Cinder answers about a volume. */
final class VolumeCells {

    private VolumeCells() {}

    /** The attachments that are complete. Only an administrator sees the host. */
    static List<Value> attachments(Volume volume, boolean admin) {
        List<Value> all = new ArrayList<>();
        Attachment a = volume.attachment();
        if (a.isComplete()) {
            all.add(
                    Value.fields()
                            .with("id", Value.text(volume.uuid()))
                            .with("attachment_id", Value.text(a.id()))
                            .with("volume_id", Value.text(volume.uuid()))
                            .with("server_id", Value.text(a.server()))
                            .with("host_name", admin ? Value.text(a.host()) : Value.none())
                            .with("device", Value.text(a.device()))
                            .with("attached_at", Value.text(Stamp.micros(a.attachedNs()))));
        }
        return all;
    }

    /** Properties as osc-lib shows them. */
    static Cell properties(List<String> properties) {
        Value.Fields fields = Value.fields();
        for (String each : properties) {
            int sign = each.indexOf('=');
            fields = fields.with(each.substring(0, sign), Value.text(each.substring(sign + 1)));
        }
        return Cell.dict(fields);
    }

    /** What a volume remembers of the image that it was made from. */
    static Value image(Image image) {
        return Value.fields()
                .with("container_format", Value.text(image.containerFormat()))
                .with("disk_format", Value.text(image.diskFormat()))
                .with("image_id", Value.text(image.uuid()))
                .with("image_name", Value.text(image.name()))
                .with("checksum", Value.text(image.checksum()))
                .with("size", Value.text(Long.toString(image.sizeBytes())))
                .with("min_disk", Value.text("0"))
                .with("min_ram", Value.text("0"));
    }
}
