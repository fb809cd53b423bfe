package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.finding.Nearest;

/**
 * A map in the making: what readers have found so far, with its place, and what is wrong with it.
 * Notes everything; the map comes out only when nothing is wrong.
 */
final class CrushDraft {

    /** The highest value of a tunable, GUESS: tries beyond it would take minutes a mapping. */
    static final int TUNABLE_MAX = 100_000;

    /**
     * The largest weight, of 1 TiB each: 2^15 less one 65,536th is what 16.16 holds with a sign.
     */
    static final double WEIGHT_MAX = Integer.MAX_VALUE / 65536.0;

    private static final String EDITED =
            "Maybe the map was edited: let crushtool compile it again.";

    private final List<Flaw> flaws = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final TreeMap<Integer, Placed<Device>> devices = new TreeMap<>();
    private final TreeMap<Integer, Placed<BucketType>> types = new TreeMap<>();
    private final TreeMap<Integer, Placed<Bucket>> buckets =
            new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Integer, Placed<CrushRule>> rules = new TreeMap<>();
    private final TreeMap<Long, Placed<ChooseArgs>> chooseArgs = new TreeMap<>();
    private final TreeMap<String, Integer> typeByName = new TreeMap<>();
    private final TreeMap<String, Integer> itemByName = new TreeMap<>();
    private Tunables tunables = Tunables.ARGONAUT;

    /** Something and where it stands in the input. */
    record Placed<T>(T value, String place) {}

    List<Flaw> flaws() {
        return flaws;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Whether nothing was found at all. */
    boolean isEmpty() {
        return devices.isEmpty() && types.isEmpty() && buckets.isEmpty();
    }

    void set(Tunables all) {
        tunables = all;
    }

    Tunables tunables() {
        return tunables;
    }

    void add(Device device, String place) {
        put(devices, device.id(), new Placed<>(device, place), "device");
        name(device.name(), device.id(), place);
    }

    void add(BucketType type, String place) {
        put(types, type.id(), new Placed<>(type, place), "type");
        if (typeByName.putIfAbsent(type.name(), type.id()) != null) {
            twice("type", type.name(), place);
        }
    }

    void add(Bucket bucket, String place) {
        put(buckets, bucket.id(), new Placed<>(bucket, place), "bucket");
        name(bucket.name(), bucket.id(), place);
    }

    void add(CrushRule rule, String place) {
        put(rules, rule.id(), new Placed<>(rule, place), "rule");
    }

    void add(ChooseArgs arguments, String place) {
        put(chooseArgs, arguments.id(), new Placed<>(arguments, place), "choose_args");
    }

    private <K, T> void put(TreeMap<K, Placed<T>> all, K id, Placed<T> value, String what) {
        if (all.putIfAbsent(id, value) != null) {
            twice(what, String.valueOf(id), value.place());
        }
    }

    private void name(String name, int id, String place) {
        if (!name.isEmpty() && itemByName.putIfAbsent(name, id) != null) {
            twice("name", name, place);
        }
    }

    private void twice(String what, String which, String place) {
        String expected = "each " + what + " once";
        flaws.add(new Flaw(place, expected, what + " " + which + " again", EDITED));
    }

    /** The number of a type; notes a flaw and gives 0 when there is none of that name. */
    int typeNamed(String name, String place) {
        Integer id = typeByName.get(name);
        if (id == null) {
            List<String> names = List.copyOf(typeByName.sequencedKeySet());
            String found = "\"" + name + "\"";
            flaws.add(new Flaw(place, "a type of the map", found, Nearest.advice(name, names)));
            return 0;
        }
        return id;
    }

    /** The id of a device or bucket of that name. */
    Optional<Integer> itemNamed(String name) {
        return Optional.ofNullable(itemByName.get(name));
    }

    List<String> itemNames() {
        return List.copyOf(itemByName.sequencedKeySet());
    }

    List<Placed<Bucket>> buckets() {
        return List.copyOf(buckets.sequencedValues());
    }

    Optional<Placed<Bucket>> bucket(int id) {
        return Optional.ofNullable(buckets.get(id));
    }

    List<Placed<Device>> devices() {
        return List.copyOf(devices.sequencedValues());
    }

    List<Placed<CrushRule>> rules() {
        return List.copyOf(rules.sequencedValues());
    }

    List<Placed<ChooseArgs>> chooseArgs() {
        return List.copyOf(chooseArgs.sequencedValues());
    }

    boolean isItem(int id) {
        return id >= 0 ? devices.containsKey(id) : buckets.containsKey(id);
    }

    boolean isType(int id) {
        return types.containsKey(id);
    }

    List<String> typeNames() {
        return List.copyOf(typeByName.sequencedKeySet());
    }

    /** The pool whose set this is: the tool writes -1 also as 2^64 - 1. */
    static long chooseArgsId(String written, String place, List<Flaw> flaws) {
        try {
            return written.startsWith("-")
                    ? Long.parseLong(written)
                    : Long.parseUnsignedLong(written);
        } catch (NumberFormatException e) {
            String found = "\"" + written + "\"";
            flaws.add(new Flaw(place, "the number of a pool, or -1", found, EDITED));
            return 0;
        }
    }

    /** The map, if nothing is wrong with it. */
    CrushReading reading() {
        if (flaws.isEmpty()) {
            new CrushChecks(this).run();
        }
        if (!flaws.isEmpty()) {
            return new CrushReading(Optional.empty(), flaws, warnings);
        }
        CrushMap map =
                new CrushMap(
                        allDevices(),
                        types.values().stream().map(Placed::value).toList(),
                        buckets.values().stream().map(Placed::value).toList(),
                        rules.values().stream().map(Placed::value).toList(),
                        tunables,
                        chooseArgs.values().stream().map(Placed::value).toList());
        return new CrushReading(Optional.of(map), flaws, warnings);
    }

    /** Ids between those of devices belong to devices without a line. */
    private List<Device> allDevices() {
        List<Device> all = new ArrayList<>();
        for (Map.Entry<Integer, Placed<Device>> each : devices.entrySet()) {
            while (all.size() < each.getKey()) {
                all.add(new Device(all.size(), "device" + all.size(), ""));
            }
            all.add(each.getValue().value());
        }
        return all;
    }
}
