package org.maquete.maas.client;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.maas.MaasView;
import org.maquete.maas.Resource;
import org.maquete.maas.ResourceKind;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/**
 * Who the person is for MAAS: the user whose key the profile has. Any other well-formed key is
 * admin's, the user that {@code maas createadmin} has made before the run.
 */
final class Users {

    static final String ADMIN = "admin";

    // MAAS 3.5, exceptions and api/support.py
    private static final String RESERVED = "This method is reserved for admin users.";

    // what the API gives to administrators alone; MAAS 3.5, src/maasserver/api
    private static final List<String> RESERVED_METHODS =
            List.of(
                    "users create",
                    "user delete",
                    "zones create",
                    "spaces create",
                    "fabrics create",
                    "subnets create",
                    "domains create",
                    "boot-source-selections create",
                    "boot-resources import");

    // the others look at the person's rights to the object, and say nothing
    private static final List<String> RESERVED_RIGHTS =
            List.of(
                    "machine commission",
                    "machine test",
                    "machine update",
                    "machine delete",
                    "machine set-storage-layout",
                    "machine override-failed-testing",
                    "machine rescue-mode",
                    "machine exit-rescue-mode",
                    "machines accept",
                    "machines accept-all",
                    "zone update",
                    "space update",
                    "fabric update",
                    "domain update",
                    "tags create",
                    "tag update",
                    "tag rebuild",
                    "tag update-nodes",
                    "resource-pools create",
                    "resource-pool update",
                    "vlans create",
                    "vlan update",
                    "subnet update",
                    "interfaces create-bond",
                    "interfaces create-bridge",
                    "interfaces create-vlan");

    private Users() {}

    /** All users, admin first. */
    static List<Resource> all(World world) {
        return MaasView.resources(world, ResourceKind.USER);
    }

    /** The name of the user of a profile. */
    static String of(String profile, World world) {
        Optional<Profile> found = ProfileTables.find(world, profile);
        for (Resource user : all(world)) {
            if (found.isPresent() && found.get().credentials().equals(ApiKey.text(user.name()))) {
                return user.name();
            }
        }
        return ADMIN;
    }

    private static boolean isAdmin(String user, World world) {
        return user.equals(ADMIN)
                || MaasView.resource(world, ResourceKind.USER, user)
                        .filter(row -> row.attribute("is_superuser").equals("1"))
                        .isPresent();
    }

    /** Why the user of a profile may not do this; the verb without {@code maas}. */
    static Optional<Parsed> barred(String profile, String verb, World world) {
        if (all(world).isEmpty() || isAdmin(of(profile, world), world)) {
            return Optional.empty();
        }
        boolean isMethod = RESERVED_METHODS.contains(verb);
        if (!isMethod && !RESERVED_RIGHTS.contains(verb)) {
            return Optional.empty();
        }
        Refusal refusal = Refusal.of("403", isMethod ? RESERVED : "");
        return Optional.of(new Parsed.Wrong(new Rejected(refusal, ApiAnswer.refused(refusal))));
    }

    /** What {@code users whoami} answers. */
    static Answer whoami(String profile, World world) {
        return ApiAnswer.json(json(of(profile, world), world));
    }

    /** A user as the API gives it. */
    static Value json(String user, World world) {
        String email =
                MaasView.resource(world, ResourceKind.USER, user)
                        .map(row -> row.attribute("email"))
                        .orElse("admin@example.com");
        return Json.object()
                .text("username", user)
                .text("email", email)
                .flag("is_local", true)
                .flag("is_superuser", isAdmin(user, world))
                .text("resource_uri", "/MAAS/api/2.0/users/" + user + "/")
                .value();
    }
}
