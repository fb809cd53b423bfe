package org.maquete.ceph.status;

import java.util.function.Predicate;
import org.maquete.ceph.crush.Algorithm;
import org.maquete.ceph.crush.CrushJsonWriter;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Setting;
import org.maquete.ceph.crush.Step;
import org.maquete.ceph.crush.Tunables;

/** {@code ceph osd crush dump}: the map, and its tunables in other words. */
final class CrushDump {

    private static final String TUNABLES_END = "},\"choose_args\"";

    private CrushDump() {}

    static String of(CrushMap map, Report report) {
        String written = CrushJsonWriter.write(map);
        int at = written.lastIndexOf(TUNABLES_END);
        String words = words(map);
        String inner = words.substring(1, words.length() - 1);
        String all = written.substring(0, at) + "," + inner + written.substring(at);
        return switch (report) {
            case JSON -> all + "\n";
            case JSON_PRETTY -> JsonText.pretty(all) + "\n";
            case PLAIN -> JsonText.pretty(all) + "\n\n";
        };
    }

    private static String words(CrushMap map) {
        Tunables tunables = map.tunables();
        boolean first =
                tunables.chooseLocalTries() != 2
                        || tunables.chooseLocalFallbackTries() != 5
                        || tunables.chooseTotalTries() != 19;
        boolean second = tunables.chooseleafDescendOnce() != 0;
        boolean third = tunables.chooseleafVaryR() != 0;
        boolean fifth = tunables.chooseleafStable() != 0;
        boolean straw2 = map.buckets().stream().anyMatch(b -> b.algorithm() == Algorithm.STRAW2);
        String profile = profile(tunables);
        String minimum =
                fifth
                        ? "jewel"
                        : straw2
                                ? "hammer"
                                : third ? "firefly" : first || second ? "bobtail" : "argonaut";
        JsonText json = new JsonText(false).object().put("profile", profile);
        json.put("optimal_tunables", bit(profile.equals("jewel")));
        json.put("legacy_tunables", bit(profile.equals("argonaut")));
        json.put("minimum_required_version", minimum);
        json.put("require_feature_tunables", bit(first));
        json.put("require_feature_tunables2", bit(second));
        json.put("has_v2_rules", bit(hasStep(map, CrushDump::isOfV2)));
        json.put("require_feature_tunables3", bit(third));
        json.put("has_v3_rules", bit(sets(map, Setting.CHOOSELEAF_VARY_R)));
        json.put("has_v4_buckets", bit(straw2)).put("require_feature_tunables5", bit(fifth));
        return json.put("has_v5_rules", bit(sets(map, Setting.CHOOSELEAF_STABLE))).end().text();
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    /** The named set of tunables that these are: Ceph 16.2, crush tunables profiles. */
    private static String profile(Tunables t) {
        boolean isLocal =
                t.chooseLocalTries() == 2
                        && t.chooseLocalFallbackTries() == 5
                        && t.chooseTotalTries() == 19;
        boolean isTotal =
                t.chooseLocalTries() == 0
                        && t.chooseLocalFallbackTries() == 0
                        && t.chooseTotalTries() == 50;
        int rest =
                t.chooseleafDescendOnce() * 100 + t.chooseleafVaryR() * 10 + t.chooseleafStable();
        if (isLocal && rest == 0) {
            return "argonaut";
        }
        boolean hasStraw2 = (t.allowedBucketAlgorithms() & 1 << 5) != 0;
        return !isTotal
                ? "unknown"
                : switch (rest) {
                    case 100 -> "bobtail";
                    case 110 -> hasStraw2 ? "hammer" : "firefly";
                    case 111 -> "jewel";
                    default -> "unknown";
                };
    }

    private static boolean isOfV2(Step step) {
        return switch (step) {
            case Step.Choose choose -> !choose.op().endsWith("firstn");
            case Step.Set set ->
                    set.setting() == Setting.CHOOSE_TRIES
                            || set.setting() == Setting.CHOOSELEAF_TRIES;
            case Step.Take _, Step.Emit _, Step.Noop _ -> false;
        };
    }

    private static boolean sets(CrushMap map, Setting setting) {
        return hasStep(map, step -> step instanceof Step.Set set && set.setting() == setting);
    }

    private static boolean hasStep(CrushMap map, Predicate<Step> fits) {
        for (CrushRule rule : map.rules()) {
            if (rule.steps().stream().anyMatch(fits)) {
                return true;
            }
        }
        return false;
    }
}
