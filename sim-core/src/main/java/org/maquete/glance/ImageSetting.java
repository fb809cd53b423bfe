package org.maquete.glance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** {@code image set}. */
record ImageSetting() implements Call {

    @Override
    public Deed take(Line line, Session session, World world) {
        Found<Image> found = ImageVerbs.find(line.text("image"), line, world);
        if (!found.isThere()) {
            return found.reject(line);
        }
        String project = "";
        if (line.given("project").isPresent()) {
            Found<Project> owner = ImageVerbs.project(line, world);
            if (!owner.isThere()) {
                return owner.reject(line);
            }
            project = owner.get().uuid();
        }
        String membership = line.text("membership");
        String member = project.isEmpty() ? line.cloud().project() : project;
        return new Deed.Ask(
                new ChangeImage(
                        found.get().uuid(),
                        changed(found.get().draft(), project, line),
                        line.flag("deactivate") ? "deactivated" : active(line),
                        membership.isEmpty() ? "" : member,
                        membership));
    }

    private static String active(Line line) {
        return line.flag("activate") ? "active" : "";
    }

    private static ImageDraft changed(ImageDraft old, String project, Line line) {
        Set<String> tags = new LinkedHashSet<>(old.tags());
        tags.addAll(line.texts("tags"));
        List<String> properties = new ArrayList<>(old.properties());
        for (String option :
                List.of(
                        "architecture",
                        "instance_id",
                        "kernel_id",
                        "os_distro",
                        "os_version",
                        "ramdisk_id")) {
            line.given(option).ifPresent(value -> put(option, value, properties));
        }
        for (Map.Entry<String, Value> each : line.args().fields("properties").entrySet()) {
            put(each.getKey(), ImageVerbs.text(each.getValue()), properties);
        }
        return new ImageDraft(
                project.isEmpty() ? old.project() : project,
                line.given("name").orElse(old.name()),
                line.given("visibility").orElse(old.visibility()),
                line.given("container_format").orElse(old.containerFormat()),
                line.given("disk_format").orElse(old.diskFormat()),
                (int) line.number("min_disk", old.minDiskGib()),
                (int) line.number("min_ram", old.minRamMib()),
                either(line, "is_protected", old.isProtected()),
                either(line, "is_hidden", old.isHidden()),
                List.copyOf(tags),
                properties);
    }

    private static boolean either(Line line, String dest, boolean otherwise) {
        return line.args().get(dest) instanceof Value.Flag(boolean set) ? set : otherwise;
    }

    private static void put(String key, String value, List<String> properties) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).startsWith(key + "=")) {
                properties.set(i, key + "=" + value);
                return;
            }
        }
        properties.add(key + "=" + value);
    }

    @Override
    public Answer refused(Refusal refusal, Line line, World world) {
        String uuid =
                ImageVerbs.find(line.text("image"), line, world).map(Image::uuid).row().orElse("");
        return ImageVerbs.refused(refusal, line, uuid);
    }
}
