package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.maas.CreateResource;
import org.maquete.maas.DeleteResource;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Space;
import org.maquete.maas.TagMachines;
import org.maquete.maas.UpdateResource;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** Tags, zones, pools, fabrics, spaces and domains: what has a name and little else. */
final class NamedVerbs {

    private NamedVerbs() {}

    static List<Verb> all() {
        List<Verb> verbs = new ArrayList<>();
        plain(verbs, ResourceKind.ZONE, "zone", "zones", "name");
        plain(verbs, ResourceKind.RESOURCE_POOL, "resource-pool", "resource-pools", "id");
        plain(verbs, ResourceKind.FABRIC, "fabric", "fabrics", "id");
        plain(verbs, ResourceKind.SPACE, "space", "spaces", "id");
        plain(verbs, ResourceKind.DOMAIN, "domain", "domains", "id");
        plain(verbs, ResourceKind.TAG, "tag", "tags", "name");
        verbs.add(
                new ApiVerb(
                        "tag rebuild",
                        List.of("name"),
                        NamedVerbs::rebuild,
                        (r, _, _) ->
                                ApiAnswer.json(
                                        Json.object().text("rebuilding", r.first()).value())));
        verbs.add(
                new ApiVerb(
                        "tag delete",
                        List.of("name"),
                        (r, w) ->
                                find(ResourceKind.TAG, r.first(), w).isPresent()
                                        ? new Deed.Ask(
                                                new DeleteResource(ResourceKind.TAG, r.first()))
                                        : missing(ResourceKind.TAG, r.first()),
                        (_, _, _) -> ApiAnswer.text("")));
        verbs.add(ApiVerb.reading("tag machines", List.of("name"), NamedVerbs::tagged));
        verbs.add(
                new ApiVerb(
                        "tag update-nodes",
                        List.of("name"),
                        NamedVerbs::updateNodes,
                        (r, _, w) ->
                                ApiAnswer.json(
                                        Json.object()
                                                .number("added", hostnames(r, "add", w).size())
                                                .number("removed", hostnames(r, "remove", w).size())
                                                .value())));
        return verbs;
    }

    /** Reading all, reading one, making one, changing one. */
    private static void plain(
            List<Verb> verbs, ResourceKind kind, String one, String many, String param) {
        verbs.add(ApiVerb.reading(many + " read", List.of(), (_, w) -> all(kind, w)));
        verbs.add(ApiVerb.reading(one + " read", List.of(param), (r, w) -> readOne(kind, r, w)));
        verbs.add(
                new ApiVerb(
                        many + " create",
                        List.of(),
                        (r, w) -> create(kind, r, w),
                        (r, _, w) -> shown(kind, made(kind, r, w), w)));
        verbs.add(
                new ApiVerb(
                        one + " update",
                        List.of(param),
                        (r, w) -> update(kind, r, w),
                        (r, _, w) -> shown(kind, r.first(), w)));
    }

    private static Deed say(Value value) {
        return new Deed.Say(ApiAnswer.json(value));
    }

    private static Deed all(ResourceKind kind, World world) {
        List<Value> all = new ArrayList<>();
        MaasView.resources(world, kind).forEach(each -> all.add(NetworkJson.named(each, world)));
        if (kind == ResourceKind.SPACE && hasUndefined(world)) {
            all.add(NetworkJson.undefinedSpace(world));
        }
        return say(new Value.Many(all));
    }

    /** Whether a VLAN is in no space: MAAS then shows one more. */
    private static boolean hasUndefined(World world) {
        List<Space> spaces = MaasView.spaces(world);
        return !spaces.isEmpty() && spaces.getLast().number() == Space.NUMBER_UNDEFINED;
    }

    private static Deed readOne(ResourceKind kind, ApiRequest request, World world) {
        String text = request.first();
        boolean isUndefined = text.equals("-1") || text.equals(Space.UNDEFINED);
        if (kind == ResourceKind.SPACE && isUndefined && hasUndefined(world)) {
            return say(NetworkJson.undefinedSpace(world));
        }
        return find(kind, text, world)
                .map(found -> say(NetworkJson.named(found, world)))
                .orElseGet(() -> missing(kind, text));
    }

    /** The one with that name or number. */
    static Optional<Resource> find(ResourceKind kind, String text, World world) {
        for (Resource each : MaasView.resources(world, kind)) {
            boolean numbered = kind != ResourceKind.TAG && kind != ResourceKind.ZONE;
            if (each.name().equals(text)
                    || (numbered && Integer.toString(each.number()).equals(text))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static Deed missing(ResourceKind kind, String text) {
        return ApiAnswer.reject(
                Refusal.missing(
                        "404",
                        "No " + kind.model() + " matches the given query.",
                        kind.text(),
                        text));
    }

    private static Answer shown(ResourceKind kind, String text, World world) {
        return find(kind, text, world)
                .map(found -> ApiAnswer.json(NetworkJson.named(found, world)))
                .orElse(ApiAnswer.text(""));
    }

    /** A fabric or a space without a name gets one from its number. */
    private static String given(ResourceKind kind, ApiRequest request, World world) {
        String name = request.value("name");
        int next = MaasView.resources(world, kind).size();
        if (name.isEmpty() && kind == ResourceKind.FABRIC) {
            return "fabric-" + next;
        }
        return name.isEmpty() && kind == ResourceKind.SPACE ? "space-" + (next + 1) : name;
    }

    private static String made(ResourceKind kind, ApiRequest request, World world) {
        List<Resource> all = MaasView.resources(world, kind);
        return request.value("name").isEmpty() ? all.getLast().name() : request.value("name");
    }

    private static Deed create(ResourceKind kind, ApiRequest request, World world) {
        List<String> attributes =
                request.pairs().stream().filter(pair -> !pair.startsWith("name=")).toList();
        return new Deed.Ask(new CreateResource(kind, given(kind, request, world), attributes));
    }

    private static Deed update(ResourceKind kind, ApiRequest request, World world) {
        Optional<Resource> found = find(kind, request.first(), world);
        if (found.isEmpty()) {
            return missing(kind, request.first());
        }
        return request.value("name").isEmpty()
                ? new Deed.Ask(new UpdateResource(kind, found.get().name(), request.pairs()))
                : new Deed.NotModelled("another name for a " + kind.text());
    }

    /** Looks at all machines again: what is there already stays. */
    private static Deed rebuild(ApiRequest request, World world) {
        Optional<Resource> tag = find(ResourceKind.TAG, request.first(), world);
        return tag.isEmpty()
                ? missing(ResourceKind.TAG, request.first())
                : new Deed.Ask(
                        new UpdateResource(
                                ResourceKind.TAG, tag.get().name(), tag.get().attributes()));
    }

    private static Deed tagged(ApiRequest request, World world) {
        if (find(ResourceKind.TAG, request.first(), world).isEmpty()) {
            return missing(ResourceKind.TAG, request.first());
        }
        return say(
                new Value.Many(
                        MaasView.machines(world).stream()
                                .filter(machine -> machine.tags().contains(request.first()))
                                .map(machine -> MachineJson.of(machine, world))
                                .toList()));
    }

    private static Deed updateNodes(ApiRequest request, World world) {
        return new Deed.Ask(
                new TagMachines(
                        request.first(),
                        hostnames(request, "add", world),
                        hostnames(request, "remove", world)));
    }

    /** The machines of which a system id is among the values; MAAS leaves out the others. */
    private static List<String> hostnames(ApiRequest request, String name, World world) {
        List<String> ids = request.values(name);
        return MaasView.machines(world).stream()
                .filter(machine -> ids.contains(machine.systemId()))
                .map(Machine::hostname)
                .toList();
    }
}
