package org.maquete.glance;

import java.util.List;
import org.maquete.world.Sink;

/**
 * What a client says of an image.
 *
 * @param project the id of the owner
 * @param visibility {@code public}, {@code private}, {@code shared} or {@code community}
 * @param isProtected whether it cannot be deleted
 * @param isHidden whether it is missing in lists
 * @param properties {@code key=value}
 */
public record ImageDraft(
        String project,
        String name,
        String visibility,
        String containerFormat,
        String diskFormat,
        int minDiskGib,
        int minRamMib,
        boolean isProtected,
        boolean isHidden,
        List<String> tags,
        List<String> properties) {

    public ImageDraft {
        tags = List.copyOf(tags);
        properties = List.copyOf(properties);
    }

    void encode(Sink sink) {
        sink.text("project", project)
                .text("name", name)
                .text("visibility", visibility)
                .text("containerFormat", containerFormat)
                .text("diskFormat", diskFormat)
                .number("minDiskGib", minDiskGib)
                .number("minRamMib", minRamMib)
                .flag("isProtected", isProtected)
                .flag("isHidden", isHidden)
                .texts("tags", tags)
                .texts("properties", properties);
    }
}
