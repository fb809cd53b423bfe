package org.maquete.juju;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Lists of settings, in order of option. */
final class Settings {

    private Settings() {}

    static List<Setting> sorted(List<Setting> settings) {
        List<Setting> list = new ArrayList<>(settings);
        list.sort(Comparator.comparing(Setting::option));
        return List.copyOf(list);
    }

    /** The old settings without the resets, with the new ones on top. */
    static List<Setting> merged(List<Setting> old, List<Setting> more, List<String> resets) {
        TreeMap<String, Setting> byOption = new TreeMap<>();
        old.forEach(s -> byOption.put(s.option(), s));
        resets.forEach(byOption::remove);
        more.forEach(s -> byOption.put(s.option(), s));
        return List.copyOf(byOption.values());
    }
}
