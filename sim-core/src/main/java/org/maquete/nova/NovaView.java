package org.maquete.nova;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What Nova answers when it is asked. */
public final class NovaView {

    static final TableKey<Aggregate> AGGREGATES = TableKey.keyed("nova.aggregate");
    static final TableKey<ServerGroup> GROUPS = TableKey.keyed("nova.group");
    static final TableKey<KeptRequest> REQUESTS = TableKey.keyed("nova.request");
    static final TableKey<Flavor> FLAVORS = TableKey.keyed("nova.flavor");
    static final TableKey<Keypair> KEYPAIRS = TableKey.keyed("nova.keypair");
    static final TableKey<Migration> MIGRATIONS = TableKey.keyed("nova.migration");
    static final TableKey<NovaService> SERVICES = TableKey.keyed("nova.service");
    static final TableKey<Server> SERVERS = TableKey.keyed("nova.server");

    private static final Found.Names<Flavor> FLAVOR_NAMES =
            new Found.Names<>("flavor", Flavor::uuid, Flavor::name);
    private static final Found.Names<Server> SERVER_NAMES =
            new Found.Names<>("server", Server::uuid, Server::name);

    private NovaView() {}

    /** All flavors, in order of id. */
    public static List<Flavor> flavors(World world) {
        return world.table(FLAVORS).stream().sorted(Comparator.comparing(Flavor::uuid)).toList();
    }

    /** The flavor with this id. */
    public static Optional<Flavor> flavor(World world, String uuid) {
        return world.table(FLAVORS).find(uuid);
    }

    /** The key pairs of a user, in order of name. */
    public static List<Keypair> keypairs(World world, String user) {
        return world.table(KEYPAIRS).stream()
                .filter(k -> k.user().equals(user))
                .sorted(Comparator.comparing(Keypair::name))
                .toList();
    }

    /** All servers, the newest first. */
    public static List<Server> servers(World world) {
        return world.table(SERVERS).stream().toList().reversed();
    }

    /** What a project may have and has. */
    public static List<QuotaUsage> quotas(World world, String project) {
        return Quota.all(world, project);
    }

    /** The server with this id. */
    public static Optional<Server> server(World world, String uuid) {
        return world.table(SERVERS).find(uuid);
    }

    /** The migrations of a server, the oldest first. */
    static List<Migration> migrationsOf(World world, String server) {
        return world.table(MIGRATIONS).where(m -> m.server().equals(server));
    }

    /** Whether a server has a volume as its root disk: then it has no image. */
    static boolean bootsFromVolume(Server server) {
        return server.image().isEmpty();
    }

    /** Whether a server has its disks in Ceph and not on its host. */
    static boolean hasSharedDisks(World world, Server server) {
        return bootsFromVolume(server) || hasSharedDisks(world);
    }

    /** Whether servers have their disks in Ceph and not on their host. */
    static boolean hasSharedDisks(World world) {
        return computeOption(world, "libvirt-image-backend").equals("rbd");
    }

    /** An option of the application nova-compute; empty when there is none. */
    static String computeOption(World world, String option) {
        for (Unit unit : JujuView.unitsOfCharm(world, "nova-compute")) {
            return JujuView.application(world, unit.model(), unit.application())
                    .map(application -> JujuView.config(world, application, option))
                    .orElse("");
        }
        return "";
    }

    /** An option of the application nova-cloud-controller; empty when there is none. */
    static String option(World world, String option) {
        return JujuView.unitsOfCharm(world, "nova-cloud-controller").stream()
                .findFirst()
                .flatMap(u -> JujuView.application(world, u.model(), u.application()))
                .map(application -> JujuView.config(world, application, option))
                .orElse("");
    }

    static Found<Flavor> findFlavor(World world, String wanted, Found.Wording wording) {
        return Found.among(flavors(world), FLAVOR_NAMES, wanted, wording);
    }

    static Found<Server> findServer(World world, String wanted, Line line, Found.Wording wording) {
        List<Server> own =
                servers(world).stream()
                        .filter(s -> s.project().equals(line.cloud().project()))
                        .filter(s -> !SoftDeletion.isHidden(s) || s.uuid().equals(wanted))
                        .toList();
        return Found.among(own, SERVER_NAMES, wanted, wording);
    }

    /** As most commands look for a server. */
    static Found<Server> findServer(World world, String wanted, Line line) {
        return findServer(world, wanted, line, new Found.OscLib("server"));
    }
}
