package org.maquete.ceph.crush;

import java.util.List;
import java.util.Map;

/** The tunables by name; those without a value have that of argonaut, as for crushtool. */
public final class TunableNames {

    /** In the order of the components of {@link Tunables}. */
    public static final List<String> ALL =
            List.of(
                    "choose_local_tries",
                    "choose_local_fallback_tries",
                    "choose_total_tries",
                    "chooseleaf_descend_once",
                    "chooseleaf_vary_r",
                    "chooseleaf_stable",
                    "straw_calc_version",
                    "allowed_bucket_algs");

    private TunableNames() {}

    static Tunables of(Map<String, Integer> values) {
        int[] all = values(Tunables.ARGONAUT);
        for (int i = 0; i < all.length; i++) {
            all[i] = values.getOrDefault(ALL.get(i), all[i]);
        }
        return of(all);
    }

    /** These tunables with another value for one of {@link #ALL}. */
    public static Tunables with(Tunables tunables, String name, int value) {
        int[] all = values(tunables);
        all[ALL.indexOf(name)] = value;
        return of(all);
    }

    private static Tunables of(int[] all) {
        return new Tunables(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]);
    }

    /** In the order of the names. */
    static int[] values(Tunables tunables) {
        return new int[] {
            tunables.chooseLocalTries(),
            tunables.chooseLocalFallbackTries(),
            tunables.chooseTotalTries(),
            tunables.chooseleafDescendOnce(),
            tunables.chooseleafVaryR(),
            tunables.chooseleafStable(),
            tunables.strawCalcVersion(),
            tunables.allowedBucketAlgorithms()
        };
    }
}
