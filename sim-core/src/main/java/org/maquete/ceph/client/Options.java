package org.maquete.ceph.client;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.Query;

/** The values of a line that a query takes. */
final class Options {

    private Options() {}

    /** Empty when a value is given that is not modelled. */
    static Optional<List<String>> of(Query query, Understood command) {
        return switch (query) {
            case STATUS,
                    PG_STAT,
                    OSD_LSPOOLS,
                    MON_STAT,
                    QUORUM_STATUS,
                    CRUSH_DUMP,
                    CRUSH_RULES,
                    CRUSH_CLASSES,
                    VERSIONS,
                    MGR_STAT,
                    BALANCER,
                    FSID,
                    OSD_PROFILES,
                    OSD_AUTOSCALE ->
                    only(command, "");
            case HEALTH, DF, OSD_POOL_LS -> only(command, "detail");
            case OSD_DF -> only(command, "output_method");
            case OSD_TREE -> only(command, "states");
            case PG_DUMP -> only(command, "dumpcontents");
            case PG_DUMP_STUCK -> only(command, "stuckops");
            case CRUSH_TREE -> shadow(command);
            case OSD_DUMP, OSD_STAT, OSD_LS, MON_DUMP -> only(command, "");
        };
    }

    private static Optional<List<String>> only(Understood command, String name) {
        boolean isAlone = command.values().keySet().stream().allMatch(name::equals);
        return isAlone ? Optional.of(command.all(name)) : Optional.empty();
    }

    private static Optional<List<String>> shadow(Understood command) {
        return Optional.of(
                command.values().isEmpty() ? List.<String>of() : List.of("--show-shadow"));
    }

    /** What is told on standard error beside the answer. */
    static String told(Query query, ClusterSnapshot snapshot) {
        return switch (query) {
            case MON_DUMP -> "dumped monmap epoch " + snapshot.mons().mapEpoch() + "\n";
            case PG_DUMP -> "dumped pgs_brief\n";
            case PG_DUMP_STUCK -> "ok\n";
            default -> "";
        };
    }
}
