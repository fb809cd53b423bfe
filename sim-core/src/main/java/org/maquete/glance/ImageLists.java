package org.maquete.glance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** {@code image list}, which sorts by itself, and {@code image member list}. */
final class ImageLists {

    private ImageLists() {}

    static Deed images(Line line, Session session, World world) {
        if (line.given("marker").isPresent() || line.given("member_status").isPresent()) {
            return new Deed.NotModelled("openstack image list --marker, --member-status");
        }
        String owner = "";
        if (line.given("project").isPresent()) {
            Found<Project> project = ImageVerbs.project(line, world);
            if (!project.isThere()) {
                return project.reject(line);
            }
            owner = project.get().uuid();
        }
        List<Image> images = new ArrayList<>();
        for (Image each : GlanceView.visible(world, line.cloud())) {
            if (isWanted(each, line) && (owner.isEmpty() || each.project().equals(owner))) {
                images.add(each);
            }
        }
        int most = (int) line.number("limit", images.size());
        images.subList(Math.min(most, images.size()), images.size()).clear();
        for (Map.Entry<String, Value> each : line.args().fields("property").entrySet()) {
            String wanted = each.getKey() + "=" + ImageVerbs.text(each.getValue());
            images.removeIf(i -> !i.draft().properties().contains(wanted));
        }
        Optional<String> unknown = sort(images, line.given("sort").orElse("name:asc"));
        if (unknown.isPresent()) {
            return new Deed.NotModelled("openstack image list --sort " + unknown.get());
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Image each : images) {
            rows.add(line.flag("long") ? longRow(each) : row(each));
        }
        return new Deed.Say(line.list(columns(line.flag("long")), rows));
    }

    private static boolean isWanted(Image image, Line line) {
        ImageDraft draft = image.draft();
        String visibility = line.given("visibility").orElse("all");
        return draft.isHidden() == line.flag("is_hidden")
                && (visibility.equals("all") || visibility.equals(draft.visibility()))
                && line.given("name").map(draft.name()::equals).orElse(true)
                && line.given("status").map(image.status()::equals).orElse(true)
                && draft.tags().containsAll(line.texts("tag"));
    }

    /** The client compares texts, in the order of the keys; without one ascending. */
    private static Optional<String> sort(List<Image> images, String keys) {
        String[] all = keys.split(",", -1);
        for (int k = all.length - 1; k >= 0; k--) {
            String[] parts = all[k].split(":", -1);
            Comparator<Image> order;
            switch (parts[0]) {
                case "name" -> order = Comparator.comparing(Image::name);
                case "id" -> order = Comparator.comparing(Image::uuid);
                case "status" -> order = Comparator.comparing(Image::status);
                case "size" -> order = Comparator.comparing(i -> String.valueOf(i.sizeBytes()));
                case "created_at" -> order = Comparator.comparingLong(Image::createdNs);
                case "updated_at" -> order = Comparator.comparingLong(Image::updatedNs);
                default -> {
                    return Optional.of(all[k]);
                }
            }
            images.sort(parts.length > 1 && parts[1].equals("desc") ? order.reversed() : order);
        }
        return Optional.empty();
    }

    private static List<String> columns(boolean all) {
        return all
                ? List.of(
                        "ID",
                        "Name",
                        "Disk Format",
                        "Container Format",
                        "Size",
                        "Checksum",
                        "Status",
                        "Visibility",
                        "Protected",
                        "Project",
                        "Tags")
                : List.of("ID", "Name", "Status");
    }

    private static List<Cell> row(Image i) {
        return List.of(Cell.of(i.uuid()), Cell.of(i.name()), Cell.of(i.status()));
    }

    private static List<Cell> longRow(Image i) {
        return List.of(
                Cell.of(i.uuid()),
                Cell.of(i.name()),
                Cell.of(i.diskFormat()),
                Cell.of(i.containerFormat()),
                i.sizeBytes() < 0 ? Cell.none() : Cell.of(i.sizeBytes()),
                i.checksum().isEmpty() ? Cell.none() : Cell.of(i.checksum()),
                Cell.of(i.status()),
                Cell.of(i.draft().visibility()),
                Cell.of(i.draft().isProtected()),
                Cell.of(i.project()),
                Cell.list(i.draft().tags().stream().sorted().toList()));
    }

    static Deed members(Line line, Session session, World world) {
        Found<Image> found = ImageVerbs.find(line.text("image"), line, world);
        if (!found.isThere()) {
            return found.reject(line);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (ImageMember each : Sharing.of(world, found.get().uuid())) {
            rows.add(
                    List.of(
                            Cell.of(each.image()),
                            Cell.of(each.project()),
                            Cell.of(each.status())));
        }
        return new Deed.Say(line.list(List.of("Image ID", "Member ID", "Status"), rows));
    }
}
