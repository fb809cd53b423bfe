package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.cinder.CinderView;
import org.maquete.cinder.Snapshot;
import org.maquete.cinder.Volume;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/**
 * The options of {@code server create} that name volumes, as the client turns them into a block
 * device mapping.
 */
final class DiskOptions {

    private static final List<String> SOURCES = List.of("volume", "image", "snapshot", "blank");
    private static final List<String> YES = List.of("1", "t", "true", "on", "y", "yes");
    private static final List<String> NO = List.of("0", "f", "false", "off", "n", "no");

    private final Line line;
    private final World world;
    private final List<DiskWish> disks = new ArrayList<>();

    DiskOptions(Line line, World world) {
        this.line = line;
        this.world = world;
    }

    /** What the options ask for. */
    List<DiskWish> disks() {
        return disks;
    }

    /** The disk to boot from; why the client ends, if it does. It looks before the flavor. */
    Optional<Deed> root() {
        boolean copies = line.given("boot_from_volume").isPresent();
        if (line.given("volume").isPresent()) {
            if (copies) {
                return end("--volume is not allowed with --boot-from-volume");
            }
            Found<Volume> volume = CinderView.find(world, line.text("volume"), line);
            if (!volume.isThere()) {
                return Optional.of(volume.reject(line));
            }
            disks.add(new DiskWish("volume", volume.get().uuid(), 0, 0, false, ""));
        }
        if (line.given("snapshot").isPresent()) {
            if (copies) {
                return end("--snapshot is not allowed with --boot-from-volume");
            }
            Found<Snapshot> found = CinderView.findSnapshot(world, line.text("snapshot"), line);
            if (!found.isThere()) {
                return Optional.of(found.reject(line));
            }
            long sizeGib = found.get().sizeGib();
            disks.add(new DiskWish("snapshot", found.get().uuid(), sizeGib, 0, false, ""));
        }
        return Optional.empty();
    }

    /** The further disks; why the client ends, if it does. */
    Optional<Deed> further(Optional<Image> image) {
        if (line.given("boot_from_volume").isPresent() && image.isPresent()) {
            long sizeGib = line.number("boot_from_volume", 0);
            disks.add(new DiskWish("image", image.get().uuid(), sizeGib, 0, false, ""));
        }
        for (Value each : line.args().many("block_device_mapping")) {
            Optional<Deed> end = mapping(((Value.Fields) each).fields());
            if (end.isPresent()) {
                return end;
            }
        }
        for (Value each : line.args().many("block_devices")) {
            Optional<Deed> end = device(((Value.Fields) each).fields());
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private Optional<Deed> mapping(Map<String, Value> given) {
        String source = text(given, "source_type");
        String wanted = text(given, "uuid");
        Found<String> found =
                switch (source) {
                    case "volume" -> CinderView.find(world, wanted, line).map(Volume::uuid);
                    case "snapshot" ->
                            CinderView.findSnapshot(world, wanted, line).map(Snapshot::uuid);
                    default -> GlanceView.find(world, wanted).map(Image::uuid);
                };
        if (!found.isThere()) {
            return Optional.of(found.reject(line));
        }
        boolean goes =
                YES.contains(
                        text(given, "delete_on_termination").toLowerCase(java.util.Locale.ROOT));
        String name = text(given, "device_name");
        String device = name.startsWith("/dev/") ? name : "/dev/" + name;
        disks.add(
                new DiskWish(source, found.get(), number(given, "volume_size"), -1, goes, device));
        return Optional.empty();
    }

    private Optional<Deed> device(Map<String, Value> given) {
        String index = text(given, "boot_index");
        if (!index.isEmpty() && !index.matches("[+-]?[0-9]{1,9}")) {
            return end("The boot_index key of --block-device should be an integer");
        }
        if (given.containsKey("tag")) {
            return end(
                    "--os-compute-api-version 2.42 or greater is required to support the tag key of"
                            + " --block-device");
        }
        if (given.containsKey("volume_type")) {
            return end(
                    "--os-compute-api-version 2.67 or greater is required to support the"
                            + " volume_type key of --block-device");
        }
        String source = given.containsKey("source_type") ? text(given, "source_type") : "blank";
        if (!SOURCES.contains(source)) {
            return end(
                    "The source_type key of --block-device should be one of: volume, image,"
                            + " snapshot, blank");
        }
        String target = text(given, "destination_type");
        if (!List.of("", "local", "volume").contains(target)) {
            return end(
                    "The destination_type key of --block-device should be one of: local, volume");
        }
        String goes = text(given, "delete_on_termination").toLowerCase(java.util.Locale.ROOT);
        if (!goes.isEmpty() && !YES.contains(goes) && !NO.contains(goes)) {
            return end(
                    "The delete_on_termination key of --block-device should be a boolean-like"
                            + " value");
        }
        if (target.equals("local") || target.isEmpty() && source.equals("blank")) {
            return Optional.of(
                    new Deed.NotModelled("openstack server create --block-device on a local disk"));
        }
        disks.add(
                new DiskWish(
                        source,
                        text(given, "uuid"),
                        number(given, "volume_size"),
                        index.isEmpty() ? -1 : Integer.parseInt(index),
                        YES.contains(goes),
                        text(given, "device_name")));
        return Optional.empty();
    }

    private Optional<Deed> end(String text) {
        Refusal why = new Refusal("client", "", text, Ref.NONE);
        return Optional.of(
                new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text))));
    }

    private static String text(Map<String, Value> given, String key) {
        Value value = given.get(key);
        return value == null ? "" : value.str();
    }

    private static long number(Map<String, Value> given, String key) {
        String text = text(given, key);
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
