package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.maquete.ceph.balancer.UpmapCleanup;
import org.maquete.ceph.crush.Algorithm;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Device;
import org.maquete.ceph.crush.Flaw;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdMapReplay.Maps;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * Applies changes one after the other, as the monitors would with the commands behind them. A name
 * that does not fit is noted, and the others go on, so that a person hears of all at once.
 *
 * <p>Temporary sets ({@code pg_temp}) stand only while data moves: both states are compared as they
 * will be when all has moved, so these are left out of both. At the end the upmaps that no longer
 * hold are taken away, as the monitors do.
 */
public final class Changes {

    private static final int ONE = OsdState.ONE;

    private final List<Flaw> flaws = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final TreeSet<Integer> newOsds = new TreeSet<>();
    private CrushMap crush;
    private OsdMap osdMap;

    private Changes(Maps maps) {
        crush = maps.crush();
        osdMap = settled(maps.osdMap());
    }

    /**
     * What came of it.
     *
     * @param maps empty when there are flaws
     * @param newOsds numbers of OSDs that are new, and empty, also if there was one of that number
     * @param notes what a person should know
     */
    public record Changed(Optional<Maps> maps, List<Flaw> flaws, Ints newOsds, List<String> notes) {

        public Changed {
            flaws = List.copyOf(flaws);
            notes = List.copyOf(notes);
        }
    }

    /** A map without temporary sets. */
    public static OsdMap settled(OsdMap map) {
        Exceptions all = map.exceptions();
        return map.withExceptions(
                new Exceptions(all.upmaps(), all.upmapItems(), List.of(), List.of()));
    }

    /** The maps after some changes. */
    public static Changed apply(Maps maps, List<Change> changes) {
        Changes state = new Changes(maps);
        changes.forEach(state::change);
        if (!state.flaws.isEmpty()) {
            return new Changed(Optional.empty(), state.flaws, Ints.NONE, state.notes);
        }
        UpmapCleanup.Cleaned cleaned = UpmapCleanup.of(state.osdMap, state.crush);
        int gone = cleaned.cancelled().size() + cleaned.changed().size();
        if (gone > 0) {
            state.notes.add(
                    "the monitors take away upmaps that no longer hold: of " + gone + " groups");
        }
        Maps after = new Maps(cleaned.map(), state.crush);
        int[] added = state.newOsds.stream().mapToInt(Integer::intValue).toArray();
        return new Changed(Optional.of(after), List.of(), Ints.of(added), state.notes);
    }

    private void change(Change change) {
        switch (change) {
            case Change.Out(String target) -> osds("--out", target, o -> state(o, o.isUp(), 0));
            case Change.In(String target) -> osds("--in", target, o -> state(o, o.isUp(), ONE));
            case Change.Down(String target) ->
                    osds("--down", target, o -> state(o, false, o.weightFixed16()));
            case Change.Up(String target) ->
                    osds("--up", target, o -> state(o, true, o.weightFixed16()));
            case Change.Reweight(String target, int weight) ->
                    osds("--reweight", target, o -> state(o, o.isUp(), weight));
            case Change.CrushWeight(String target, int weight) -> crushWeight(target, weight);
            case Change.AddOsds added -> add(added);
            case Change.Remove(String target) -> remove(target);
            case Change.Move moved -> move(moved);
            case Change.RuleOfPool(String pool, String rule) -> ruleOfPool(pool, rule);
            case Change.Rules(String place, String text) ->
                    RuleText.rules(crush, place, text, flaws)
                            .ifPresent(r -> crush = crush.withRules(r));
            case Change.TunablesTo(String words) ->
                    TunableWords.applied(crush.tunables(), words, flaws)
                            .ifPresent(t -> crush = crush.withTunables(t));
            case Change.PgNum(String pool, int count) -> pgNum(pool, count);
            case Change.Size(String pool, int copies) -> size(pool, copies);
            case Change.UpmapClear() -> osdMap = osdMap.withExceptions(Exceptions.NONE);
        }
    }

    private static OsdState state(OsdState osd, boolean isUp, int weightFixed16) {
        return new OsdState(osd.id(), isUp, weightFixed16, osd.affinityFixed16());
    }

    private void flaw(String option, String expected, String found, String advice) {
        flaws.add(new Flaw(option, expected, "\"" + found + "\"", advice));
    }

    // Targets

    /** The id of an OSD or bucket; notes a flaw when there is none of that name. */
    private Optional<Integer> item(String option, String name, CrushTree tree) {
        Optional<Integer> bucket = tree.bucketNamed(name);
        if (bucket.isPresent()) {
            return bucket;
        }
        Optional<Integer> osd = osd(name);
        if (osd.isEmpty()) {
            List<String> names = tree.names();
            flaw(option, "an OSD or a bucket of the map", name, ChangeReader.near(name, names));
        }
        return osd;
    }

    private Optional<Integer> osd(String name) {
        String digits = name.startsWith("osd.") ? name.substring(4) : name;
        if (!digits.matches("[0-9]{1,7}")) {
            return Optional.empty();
        }
        int id = Integer.parseInt(digits);
        boolean isDevice =
                id < crush.devices().size() && crush.devices().get(id).name().equals("osd." + id);
        return isDevice || osdMap.osd(id).isPresent() ? Optional.of(id) : Optional.empty();
    }

    private void osds(String option, String target, UnaryOperator<OsdState> change) {
        CrushTree tree = new CrushTree(crush);
        Optional<Integer> item = item(option, target, tree);
        if (item.isEmpty()) {
            return;
        }
        List<Integer> ids = tree.devicesBelow(item.get());
        List<OsdState> states = new ArrayList<>();
        int count = 0;
        for (OsdState osd : osdMap.osds()) {
            boolean isMeant = ids.contains(osd.id());
            count += isMeant ? 1 : 0;
            states.add(isMeant ? change.apply(osd) : osd);
        }
        if (count == 0) {
            flaw(option, "OSDs of the OSD map below it", target, "Maybe they were purged.");
        }
        osdMap = osdMap.withOsds(osdMap.osdCountMax(), states);
    }

    // The tree

    /** Whether the tree can be changed; an item's buckets up to the root are asked about. */
    private boolean isChangeable(String option, String target, CrushTree tree, int item) {
        boolean isPlain = true;
        for (CrushTree.Node node : tree.nodes().sequencedValues()) {
            Algorithm algorithm = node.head().algorithm();
            boolean isFixed = algorithm == Algorithm.UNIFORM || algorithm == Algorithm.TREE;
            isPlain &= !isFixed || !tree.contains(node.head().id(), item);
        }
        if (!isPlain) {
            String advice = "Maybe make the map with the real tools and give it as --crush-after.";
            flaw(option, "no uniform or tree bucket above it (NotModelled)", target, advice);
        }
        if (crush.chooseArgs().stream().anyMatch(a -> !a.buckets().isEmpty())) {
            String advice = "Maybe remove them first: ceph osd crush weight-set rm-compat.";
            flaw(option, "a map without choose_args (NotModelled)", target, advice);
            return false;
        }
        return isPlain;
    }

    private void crushWeight(String target, int weightFixed16) {
        CrushTree tree = new CrushTree(crush);
        Optional<Integer> item = item("--crush-weight", target, tree);
        if (item.isPresent() && isChangeable("--crush-weight", target, tree, item.get())) {
            tree.devicesBelow(item.get()).forEach(osd -> tree.reweight(osd, weightFixed16));
            crush = tree.map();
        }
    }

    private void add(Change.AddOsds added) {
        CrushTree tree = new CrushTree(crush);
        Optional<String> className = classOf(added);
        Optional<TreeMap<Integer, String>> place = hostPlace(added.host(), tree);
        if (className.isEmpty() || place.isEmpty()) {
            return;
        }
        String last = place.get().lastEntry().getValue();
        int root = tree.bucketNamed(last).orElseThrow();
        if (!isChangeable("--add-osds", added.host(), tree, root)) {
            return;
        }
        List<OsdState> states = new ArrayList<>(osdMap.osds());
        int countMax = osdMap.osdCountMax();
        int id = 0;
        for (int i = 0; i < added.osdCount(); i++) {
            while (id < states.size() && states.get(id).id() == id) {
                id++;
            }
            states.add(id, new OsdState(id, true, ONE, ONE));
            newOsds.add(id);
            tree.setClass(new Device(id, "osd." + id, className.get()));
            tree.insert(id, added.weightFixed16(), place.get());
        }
        countMax = Math.max(countMax, states.getLast().id() + 1);
        osdMap = osdMap.withOsds(countMax, states);
        crush = tree.map();
    }

    /** The class given, or the one that all devices have. */
    private Optional<String> classOf(Change.AddOsds added) {
        List<String> known =
                crush.devices().stream()
                        .map(Device::className)
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (added.className().isEmpty() && known.size() > 1) {
            String advice = "Maybe one of " + String.join(", ", known) + " behind the weight.";
            flaw("--add-osds", "a device class, as there are several", added.host(), advice);
            return Optional.empty();
        }
        boolean isGiven = !added.className().isEmpty();
        return Optional.of(isGiven ? added.className() : known.isEmpty() ? "" : known.getFirst());
    }

    /** A starting OSD says its host and the root {@code default}. */
    private Optional<TreeMap<Integer, String>> hostPlace(String host, CrushTree tree) {
        TreeMap<Integer, String> place = new TreeMap<>();
        Optional<Integer> known = tree.bucketNamed(host);
        if (known.isPresent()) {
            place.put(tree.node(known.get()).head().type(), host);
            return Optional.of(place);
        }
        List<Integer> roots = tree.roots();
        List<String> names = roots.stream().map(r -> tree.node(r).head().name()).toList();
        int type = tree.typeNamed("host");
        String root =
                names.contains("default") ? "default" : names.size() == 1 ? names.getFirst() : "";
        if (root.isEmpty() || type < 0) {
            String advice = "Maybe add the host to the map first, with --crush.";
            flaw("--add-osds", "a host of the map, or one root for a new one", host, advice);
            return Optional.empty();
        }
        place.put(type, host);
        place.put(tree.node(tree.bucketNamed(root).orElseThrow()).head().type(), root);
        return Optional.of(place);
    }

    private void remove(String target) {
        CrushTree tree = new CrushTree(crush);
        Optional<Integer> item = item("--remove", target, tree);
        if (item.isEmpty() || !isChangeable("--remove", target, tree, item.get())) {
            return;
        }
        List<Integer> osds = tree.devicesBelow(item.get());
        osds.forEach(tree::remove);
        newOsds.removeAll(osds);
        for (int bucket : bucketsBelow(tree, item.get())) {
            tree.remove(bucket);
        }
        List<OsdState> left = osdMap.osds().stream().filter(o -> !osds.contains(o.id())).toList();
        osdMap = osdMap.withOsds(osdMap.osdCountMax(), left);
        crush = tree.map();
    }

    /** The bucket and those below it, children first. */
    private static List<Integer> bucketsBelow(CrushTree tree, int item) {
        List<Integer> found = new ArrayList<>();
        CrushTree.Node node = tree.nodes().get(item);
        if (node != null) {
            node.items().forEach(each -> found.addAll(bucketsBelow(tree, each)));
            found.add(item);
        }
        return found;
    }

    private void move(Change.Move moved) {
        CrushTree tree = new CrushTree(crush);
        Optional<Integer> item = item("--move", moved.target(), tree);
        Optional<TreeMap<Integer, String>> place = place(moved, tree, item.orElse(0));
        if (item.isEmpty()
                || place.isEmpty()
                || !isChangeable("--move", moved.target(), tree, item.get())) {
            return;
        }
        boolean isThere =
                tree.parent(item.get())
                        .filter(p -> p.head().name().equals(place.get().firstEntry().getValue()))
                        .isPresent();
        if (!isThere) {
            int weight = tree.detached(item.get());
            // The monitor keeps the weight of what moves in a float meanwhile.
            tree.insert(item.get(), (int) (weight / 65536f * 65536f), place.get());
            crush = tree.map();
        }
    }

    private Optional<TreeMap<Integer, String>> place(Change.Move moved, CrushTree tree, int item) {
        TreeMap<Integer, String> place = new TreeMap<>();
        int before = flaws.size();
        boolean hasBucket = false;
        for (Change.Place each : moved.places()) {
            int type = tree.typeNamed(each.type());
            Optional<Integer> known = tree.bucketNamed(each.name());
            if (type < 0) {
                String advice = ChangeReader.near(each.type(), tree.typeNames());
                flaw("--move", "a type of the map", each.type(), advice);
            } else if (known.isPresent() && tree.node(known.get()).head().type() != type) {
                String advice = "Maybe another type or another name.";
                flaw("--move", "a bucket of type " + each.type(), each.name(), advice);
            } else if (known.isPresent() && item < 0 && tree.contains(item, known.get())) {
                String advice = "Maybe the two are the wrong way round.";
                flaw("--move", "a place outside of " + moved.target(), each.name(), advice);
            }
            hasBucket |= known.isPresent();
            place.put(type, each.name());
        }
        if (flaws.size() == before && !hasBucket) {
            String advice = "Maybe add root=default, or a bucket that is there.";
            flaw("--move", "a bucket of the map among the places", moved.target(), advice);
        }
        return flaws.size() == before ? Optional.of(place) : Optional.empty();
    }

    // Pools

    private Optional<Pool> pool(String option, String name) {
        for (Pool pool : osdMap.pools()) {
            if (pool.name().equals(name) || String.valueOf(pool.id()).equals(name)) {
                return Optional.of(pool);
            }
        }
        List<String> names = osdMap.pools().stream().map(Pool::name).toList();
        flaw(option, "a pool of the map", name, ChangeReader.near(name, names));
        return Optional.empty();
    }

    private void put(Pool changed) {
        osdMap =
                osdMap.withPools(
                        osdMap.pools().stream()
                                .map(p -> p.id() == changed.id() ? changed : p)
                                .toList());
    }

    private void ruleOfPool(String poolName, String ruleName) {
        Optional<Pool> pool = pool("--rule-of-pool", poolName);
        Optional<CrushRule> rule =
                crush.rules().stream()
                        .filter(r -> r.name().equals(ruleName) || ruleName.equals("" + r.id()))
                        .findFirst();
        if (rule.isEmpty()) {
            List<String> names = crush.rules().stream().map(CrushRule::name).toList();
            String advice = ChangeReader.near(ruleName, names);
            flaw("--rule-of-pool", "a rule of the map", ruleName, advice);
        }
        if (pool.isEmpty() || rule.isEmpty()) {
            return;
        }
        Pool p = pool.get();
        if (rule.get().type() != p.type()) {
            String kind = p.shifts() ? "replicated" : "erasure-coded";
            String advice = "Maybe another rule: the two kinds do not mix.";
            flaw("--rule-of-pool", "a rule for " + kind + " pools", ruleName, advice);
            return;
        }
        put(PoolEdit.withRule(p, rule.get().id()));
    }

    private void pgNum(String poolName, int count) {
        pool("--pg-num", poolName).ifPresent(p -> put(PoolEdit.withPgs(p, count)));
    }

    private void size(String poolName, int copies) {
        Optional<Pool> pool = pool("--size", poolName);
        if (pool.isPresent() && !pool.get().shifts()) {
            String advice = "Maybe make a new pool with another profile.";
            flaw("--size", "a replicated pool: an erasure code has its size", poolName, advice);
            return;
        }
        pool.ifPresent(p -> put(PoolEdit.withSize(p, copies)));
    }
}
