package org.maquete.ceph.client;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.cluster.EnableApplication;
import org.maquete.ceph.cluster.PoolCreate;
import org.maquete.ceph.cluster.PoolSet;
import org.maquete.ceph.cluster.PoolSettings.Erasure;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.MapSettings.EcProfile;
import org.maquete.ceph.status.Named;
import org.maquete.ceph.status.PoolStatus;

/** What people change of pools: texts of 16.2.15, recorded. */
final class PoolChanges {

    private static final List<String> SETTABLE =
            List.of("size", "min_size", "pg_num", "pg_num_min", "pg_autoscale_mode", "crush_rule");
    private static final List<String> CREATABLE =
            List.of(
                    "pool",
                    "pg_num",
                    "pgp_num",
                    "pool_type",
                    "erasure_code_profile",
                    "size",
                    "pg_num_min");

    private PoolChanges() {}

    static Change of(Understood command, ClusterSnapshot snapshot) {
        return switch (command.prefix()) {
            case "osd pool create" -> create(command, snapshot);
            case "osd pool delete", "osd pool rm" -> delete(command, snapshot);
            case "osd pool set" -> set(command, snapshot);
            case "osd pool get" -> get(command, snapshot);
            case "osd pool application enable" -> enable(command, snapshot);
            default -> new Change.NotModelled(command.prefix());
        };
    }

    private static Optional<Pool> find(ClusterSnapshot snapshot, String name) {
        return snapshot.map().pools().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    private static Change missing(String name) {
        return new Change.Refused("ENOENT", "unrecognized pool '" + name + "'");
    }

    private static int number(Understood line, String name) {
        return line.has(name) ? Integer.parseInt(line.value(name)) : 0;
    }

    private static Change create(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("pool");
        if (find(snapshot, name).isPresent()) {
            return new Change.Told("pool '" + name + "' already exists");
        }
        if (!CREATABLE.containsAll(line.values().keySet())) {
            return new Change.NotModelled("osd pool create with " + line.values().keySet());
        }
        int pgNum = number(line, "pg_num");
        if (pgNum > 0 && number(line, "pgp_num") > pgNum) {
            String what = "'pgp_num' must be greater than 0 and lower or equal than 'pg_num'";
            return new Change.Refused("ERANGE", what + ", which in this case is " + pgNum);
        }
        String profile = line.value("erasure_code_profile");
        boolean isCut = line.value("pool_type").equals("erasure");
        if (!isCut && !profile.isEmpty() && !profile.equals("replicated_rule")) {
            boolean isThere =
                    snapshot.crush().rules().stream().anyMatch(r -> r.name().equals(profile));
            return isThere
                    ? new Change.NotModelled("osd pool create with another rule")
                    : new Change.Refused("ENOENT", "specified rule " + profile + " doesn't exist");
        }
        Optional<Erasure> code =
                isCut
                        ? code(snapshot, profile.isEmpty() ? "default" : profile)
                        : Optional.of(Erasure.NONE);
        return code.isEmpty()
                ? new Change.NotModelled("osd pool create with an unknown profile")
                : new Change.Ordered(
                        new PoolCreate(
                                name,
                                pgNum,
                                number(line, "pg_num_min"),
                                code.get(),
                                number(line, "size")),
                        "pool '" + name + "' created");
    }

    private static Optional<Erasure> code(ClusterSnapshot snapshot, String name) {
        for (EcProfile profile : snapshot.settings().profiles()) {
            if (profile.name().equals(name)) {
                int k = 0;
                int m = 0;
                for (Named each : profile.settings()) {
                    k = each.name().equals("k") ? Integer.parseInt(each.value()) : k;
                    m = each.name().equals("m") ? Integer.parseInt(each.value()) : m;
                }
                return Optional.of(new Erasure(name, k, m));
            }
        }
        return Optional.empty();
    }

    private static Change delete(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("pool");
        if (find(snapshot, name).isEmpty()) {
            return new Change.Told("pool '" + name + "' does not exist");
        }
        boolean isSure = line.confirms("yes_i_really_really_mean_it");
        if (!isSure || !line.value("pool2").equals(name)) {
            return new Change.Refused(
                    "EPERM",
                    "WARNING: this will *PERMANENTLY DESTROY* all data stored in pool "
                            + name
                            + ".  If you are *ABSOLUTELY CERTAIN* that is what you want, pass the"
                            + " pool name *twice*, followed by --yes-i-really-really-mean-it.");
        }
        // Ceph 16.2, seen: mon_allow_pool_delete is off unless somebody has set it.
        return new Change.Refused(
                "EPERM",
                "pool deletion is disabled; you must first set the mon_allow_pool_delete config"
                        + " option to true before you can destroy a pool");
    }

    private static Change set(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("pool");
        String key = line.value("var");
        String value = line.value("val");
        Optional<Pool> pool = find(snapshot, name);
        if (pool.isEmpty()) {
            return missing(name);
        }
        if (key.equals("size") && value.equals("1") && !line.confirms("yes_i_really_mean_it")) {
            return new Change.Refused(
                    "EPERM",
                    "WARNING: setting pool size 1 could lead to data loss without recovery. If"
                            + " you are *ABSOLUTELY CERTAIN* that is what you want, pass the flag"
                            + " --yes-i-really-mean-it.");
        }
        if (key.equals("pg_autoscale_mode") && !List.of("on", "off", "warn").contains(value)) {
            return new Change.Refused("EINVAL", "specified invalid mode " + value);
        }
        boolean isLess =
                key.equals("pg_num")
                        && value.matches("[1-9][0-9]{0,8}")
                        && Integer.parseInt(value) < pool.get().pgNum();
        if (!SETTABLE.contains(key) || isLess) {
            return new Change.NotModelled("osd pool set " + key);
        }
        return new Change.Ordered(
                new PoolSet(name, key, value),
                "set pool " + pool.get().id() + " " + key + " to " + value);
    }

    private static Change get(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("pool");
        String key = line.value("var");
        Optional<Pool> found = find(snapshot, name);
        if (found.isEmpty()) {
            return missing(name);
        }
        Pool pool = found.get();
        PoolStatus.Scaling scaling = snapshot.pool(pool.id()).orElseThrow().scaling();
        String rule = snapshot.crush().rule(pool.crushRule()).map(r -> r.name()).orElse("");
        Optional<String> value =
                switch (key) {
                    case "size" -> Optional.of("" + pool.size());
                    case "min_size" -> Optional.of("" + pool.minSize());
                    case "pg_num" -> Optional.of("" + pool.pgNum());
                    case "pgp_num" -> Optional.of("" + pool.pgpNum());
                    case "crush_rule" -> Optional.of(rule);
                    case "pg_autoscale_mode" -> Optional.of(scaling.mode());
                    case "pg_num_min" ->
                            scaling.pgNumMin() == 0
                                    ? Optional.of("")
                                    : Optional.of("" + scaling.pgNumMin());
                    default -> Optional.empty();
                };
        if (value.isEmpty()) {
            return new Change.NotModelled("osd pool get " + key);
        }
        return value.get().isEmpty()
                ? new Change.Refused(
                        "ENOENT", "option '" + key + "' is not set on pool '" + name + "'")
                : new Change.Printed(key + ": " + value.get());
    }

    private static Change enable(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("pool");
        String use = line.value("app");
        Optional<Pool> pool = find(snapshot, name);
        if (pool.isEmpty()) {
            return missing(name);
        }
        List<String> uses = snapshot.pool(pool.get().id()).orElseThrow().applications();
        boolean isSure = line.confirms("yes_i_really_mean_it");
        if (!uses.isEmpty() && !uses.contains(use) && !isSure) {
            return new Change.Refused(
                    "EPERM",
                    "Are you SURE? Pool '"
                            + name
                            + "' already has an enabled application; pass"
                            + " --yes-i-really-mean-it to proceed anyway");
        }
        return new Change.Ordered(
                new EnableApplication(name, use),
                "enabled application '" + use + "' on pool '" + name + "'");
    }
}
