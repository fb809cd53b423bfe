package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Refusal;
import org.maquete.maas.CreateResource;
import org.maquete.maas.DeleteResource;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** Users of MAAS: MAAS 3.5, api/users.py. {@code users whoami} is the program's own. */
final class UserVerbs {

    private UserVerbs() {}

    static List<Verb> all() {
        List<String> name = List.of("username");
        return List.of(
                ApiVerb.reading("users read", List.of(), (_, w) -> readAll(w)),
                ApiVerb.reading("users whoami", List.of(), (_, w) -> say(Users.json("admin", w))),
                ApiVerb.reading("user read", name, UserVerbs::read),
                new ApiVerb(
                        "users create",
                        List.of(),
                        UserVerbs::create,
                        (r, _, w) -> ApiAnswer.json(Users.json(r.value("username"), w))),
                new ApiVerb(
                        "user delete", name, UserVerbs::delete, (_, _, _) -> ApiAnswer.text("")));
    }

    private static Deed say(Value value) {
        return new Deed.Say(ApiAnswer.json(value));
    }

    private static Deed readAll(World world) {
        List<String> names = new ArrayList<>();
        names.add(Users.ADMIN);
        Users.all(world).stream().map(Resource::name).forEach(names::add);
        return say(
                new Value.Many(
                        names.stream().sorted().map(name -> Users.json(name, world)).toList()));
    }

    private static Deed read(ApiRequest request, World world) {
        return exists(request.first(), world)
                ? say(Users.json(request.first(), world))
                : ApiAnswer.reject(
                        Refusal.missing(
                                "404",
                                "No User matches the given query.",
                                "maas-user",
                                request.first()));
    }

    private static boolean exists(String name, World world) {
        return name.equals(Users.ADMIN)
                || MaasView.resource(world, ResourceKind.USER, name).isPresent();
    }

    private static Deed create(ApiRequest request, World world) {
        for (String key : List.of("username", "email", "password", "is_superuser")) {
            if (request.value(key).isEmpty()) {
                return ApiAnswer.reject(Refusal.of("400", "No provided " + key + "!"));
            }
        }
        String name = request.value("username");
        if (exists(name, world)) {
            // a unique key of the database that no handler looks at (GUESS: not run)
            return ApiAnswer.reject(Refusal.of("400", "User with this Username already exists."));
        }
        return new Deed.Ask(
                new CreateResource(
                        ResourceKind.USER,
                        name,
                        List.of(
                                "email=" + request.value("email"),
                                "is_superuser=" + (request.isTrue("is_superuser") ? "1" : "0"))));
    }

    private static Deed delete(ApiRequest request, World world) {
        String name = request.first();
        if (name.equals(Users.ADMIN)) {
            return ApiAnswer.reject(Refusal.of("400", "An administrator cannot self-delete."));
        }
        return new Deed.Ask(new DeleteResource(ResourceKind.USER, name));
    }
}
