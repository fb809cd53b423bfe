package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.maas.BootImage;
import org.maquete.maas.CreateResource;
import org.maquete.maas.MaasView;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.SyncImages;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** Boot images and which of them MAAS downloads. */
final class ImageVerbs {

    private ImageVerbs() {}

    static List<Verb> all() {
        return List.of(
                ApiVerb.reading("boot-resources read", List.of(), (_, w) -> read(w)),
                new ApiVerb(
                        "boot-resources import",
                        List.of(),
                        (_, _) -> new Deed.Ask(new SyncImages(true)),
                        (_, _, _) -> ApiAnswer.text("Import of boot resources started")),
                ApiVerb.reading(
                        "boot-resources is-importing",
                        List.of(),
                        (_, w) ->
                                new Deed.Say(
                                        ApiAnswer.json(
                                                Value.flag(
                                                        w.table(MaasView.SYNCS).stream().count()
                                                                > 0)))),
                new ApiVerb(
                        "boot-source-selections create",
                        List.of("boot_source_id"),
                        (r, _) -> select(r),
                        (_, _, w) ->
                                ApiAnswer.json(
                                        NetworkJson.named(
                                                MaasView.resources(w, ResourceKind.SELECTION)
                                                        .getLast(),
                                                w))),
                ApiVerb.reading(
                        "boot-source-selections read",
                        List.of("boot_source_id"),
                        (_, w) -> selections(w)));
    }

    private static Deed read(World world) {
        List<Value> images = new ArrayList<>();
        for (BootImage image : world.table(MaasView.IMAGES)) {
            images.add(NetworkJson.image(image.id() + 1, image.name()));
        }
        return new Deed.Say(ApiAnswer.json(new Value.Many(images)));
    }

    private static Deed select(ApiRequest request) {
        String arch = request.value("arches");
        if (!arch.equals("amd64") && !arch.isEmpty()) {
            return new Deed.NotModelled("images for " + arch);
        }
        return new Deed.Ask(
                new CreateResource(
                        ResourceKind.SELECTION,
                        request.value("os") + "/" + request.value("release") + "/amd64",
                        List.of()));
    }

    private static Deed selections(World world) {
        return new Deed.Say(
                ApiAnswer.json(
                        new Value.Many(
                                MaasView.resources(world, ResourceKind.SELECTION).stream()
                                        .map(each -> NetworkJson.named(each, world))
                                        .toList())));
    }
}
