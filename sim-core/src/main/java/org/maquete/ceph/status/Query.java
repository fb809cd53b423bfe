package org.maquete.ceph.status;

import java.util.List;
import java.util.Optional;

/** A question to the monitors or the manager, by the words that the client is given. */
public enum Query {
    STATUS("status"),
    HEALTH("health"),
    OSD_TREE("osd tree"),
    OSD_DF("osd df"),
    DF("df"),
    PG_STAT("pg stat"),
    PG_DUMP("pg dump"),
    PG_DUMP_STUCK("pg dump_stuck"),
    OSD_POOL_LS("osd pool ls"),
    OSD_LSPOOLS("osd lspools"),
    OSD_DUMP("osd dump"),
    OSD_STAT("osd stat"),
    OSD_LS("osd ls"),
    OSD_AUTOSCALE("osd pool autoscale-status"),
    OSD_PROFILES("osd erasure-code-profile ls"),
    MON_STAT("mon stat"),
    MON_DUMP("mon dump"),
    QUORUM_STATUS("quorum_status"),
    CRUSH_TREE("osd crush tree"),
    CRUSH_DUMP("osd crush dump"),
    CRUSH_RULES("osd crush rule ls"),
    CRUSH_CLASSES("osd crush class ls"),
    VERSIONS("versions"),
    MGR_STAT("mgr stat"),
    BALANCER("balancer status"),
    FSID("fsid");

    private final String words;

    Query(String words) {
        this.words = words;
    }

    /** {@code osd tree}. */
    public String words() {
        return words;
    }

    /** The question of those words. */
    public static Optional<Query> named(String words) {
        for (Query each : values()) {
            if (each.words.equals(words)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * What is printed on standard output.
     *
     * @param options the values after the words, such as {@code detail} or {@code tree}
     * @return empty when this form is not modelled
     */
    public Optional<String> answer(ClusterSnapshot snapshot, List<String> options, Report report) {
        boolean isDetailed = options.contains("detail");
        return switch (this) {
            case STATUS ->
                    Optional.of(
                            report.isJson()
                                    ? StatusJson.of(snapshot, report)
                                    : StatusText.of(snapshot));
            case HEALTH -> Optional.of(HealthText.of(snapshot, isDetailed, report));
            case OSD_TREE -> Optional.of(OsdTreeText.osds(snapshot, options, report));
            case OSD_DF -> Optional.of(OsdDfText.of(snapshot, options.contains("tree"), report));
            case DF -> Optional.of(DfText.of(snapshot, isDetailed, report));
            case PG_STAT -> Optional.of(PgText.stat(snapshot, report));
            case PG_DUMP ->
                    options.equals(List.of("pgs_brief"))
                            ? Optional.of(PgLists.brief(snapshot, report))
                            : Optional.empty();
            case PG_DUMP_STUCK -> PgLists.stuck(snapshot, options, report);
            case OSD_POOL_LS ->
                    Optional.of(
                            isDetailed
                                    ? PoolText.detail(snapshot, report)
                                    : PoolText.names(snapshot, report));
            case OSD_LSPOOLS -> Optional.of(PoolText.numbered(snapshot, report));
            case OSD_DUMP -> Optional.of(OsdDump.of(snapshot, report));
            case OSD_STAT -> Optional.of(OsdText.stat(snapshot, report));
            case OSD_LS -> Optional.of(OsdText.numbers(snapshot, report));
            case OSD_AUTOSCALE ->
                    report.isJson() ? Optional.empty() : Optional.of(AutoscaleText.of(snapshot));
            case OSD_PROFILES -> Optional.of(CrushText.profiles(snapshot, report));
            case MON_STAT -> Optional.of(MonText.stat(snapshot, report));
            case MON_DUMP -> Optional.of(MonText.dump(snapshot, report));
            case QUORUM_STATUS -> Optional.of(MonText.quorumStatus(snapshot, report));
            case CRUSH_TREE ->
                    Optional.of(
                            OsdTreeText.crush(snapshot, options.contains("--show-shadow"), report));
            case CRUSH_DUMP -> Optional.of(CrushDump.of(snapshot.crush(), report));
            case CRUSH_RULES -> Optional.of(CrushText.rules(snapshot, report));
            case CRUSH_CLASSES -> Optional.of(CrushText.classes(snapshot, report));
            case VERSIONS -> Optional.of(MgrText.versions(snapshot, report));
            case MGR_STAT -> Optional.of(MgrText.stat(snapshot, report));
            case BALANCER -> Optional.of(MgrText.balancer(snapshot));
            case FSID -> Optional.of(MonText.fsid(snapshot, report));
        };
    }
}
