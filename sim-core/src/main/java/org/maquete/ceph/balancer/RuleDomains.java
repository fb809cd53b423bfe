package org.maquete.ceph.balancer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Step;

/**
 * What a rule asks of a set of OSDs: below which buckets they are, and which buckets they must not
 * share. Also how much of a pool each OSD should get by its CRUSH weight.
 *
 * <p>A rule is cut into sections, from a take to its emit. For each type that a section chooses,
 * each OSD below the take has one ancestor of that type. {@link #isSound} asks what Ceph asks of an
 * upmap before it keeps it; {@link #mayReplace} asks more, so that the structure which CRUSH chose
 * stays as it is.
 */
public final class RuleDomains {

    private static final int NONE = CrushMapper.NONE;
    private static final int NO_PARENT = 0; // ids of buckets are below 0

    private final CrushMap crush;
    private final int osdCountMax;
    private final TreeMap<Integer, Bucket> bucketById = new TreeMap<>();
    private final List<Section> sections = new ArrayList<>();
    private final TreeMap<Integer, int[]> parentByType = new TreeMap<>();
    private final double[] weights;

    /** A choice of a section: how many items of a type, and whether a device below each. */
    private record Level(int type, int count, boolean isLeaf) {}

    /** From a take to its emit; which OSDs are below it, and their weight there. */
    private static final class Section {
        private final int take;
        private final List<Level> levels;
        private final int[] weightsFixed16;
        private final boolean[] isBelow;

        Section(int take, List<Level> levels, int[] weightsFixed16, boolean[] isBelow) {
            this.take = take;
            this.levels = levels;
            this.weightsFixed16 = weightsFixed16;
            this.isBelow = isBelow;
        }

        int take() {
            return take;
        }

        List<Level> levels() {
            return levels;
        }

        int[] weightsFixed16() {
            return weightsFixed16;
        }

        boolean[] isBelow() {
            return isBelow;
        }
    }

    /** The domains of a rule for pools of a size. */
    public RuleDomains(CrushMap crush, CrushRule rule, int poolSize) {
        this.crush = crush;
        osdCountMax = crush.deviceCountMax();
        weights = new double[osdCountMax];
        crush.buckets().forEach(b -> bucketById.put(b.id(), b));
        read(rule, poolSize);
        shares();
    }

    private void read(CrushRule rule, int poolSize) {
        int take = 0;
        boolean isTaken = false;
        List<Level> levels = new ArrayList<>();
        for (Step step : rule.steps()) {
            switch (step) {
                case Step.Take(int item) -> {
                    take = item;
                    isTaken = true;
                }
                case Step.Choose(boolean _, boolean isToLeaf, int count, int type) ->
                        levels.add(new Level(type, count > 0 ? count : count + poolSize, isToLeaf));
                case Step.Emit() -> {
                    if (isTaken) {
                        section(take, levels);
                    }
                    levels.clear();
                    isTaken = false;
                }
                case Step.Set _, Step.Noop() -> {}
            }
        }
    }

    private void section(int take, List<Level> levels) {
        Section section =
                new Section(
                        take, List.copyOf(levels), new int[osdCountMax], new boolean[osdCountMax]);
        sections.add(section);
        for (Level level : levels) {
            parentByType.computeIfAbsent(level.type(), t -> new int[osdCountMax]);
        }
        below(section, take, 0x10000, new ArrayList<>());
    }

    /** Walks down from an item; {@code way} has the buckets above it. Trees are a few deep. */
    private void below(Section section, int item, int weightFixed16, List<Bucket> way) {
        if (item >= 0) {
            if (item < osdCountMax) {
                device(section, item, weightFixed16, way);
            }
            return;
        }
        Bucket bucket = bucketById.get(item);
        if (bucket == null) {
            return;
        }
        way.add(bucket);
        for (int i = 0; i < bucket.items().count(); i++) {
            below(section, bucket.items().get(i), bucket.weightsFixed16().get(i), way);
        }
        way.removeLast();
    }

    private void device(Section section, int osd, int weightFixed16, List<Bucket> way) {
        section.isBelow()[osd] = true;
        section.weightsFixed16()[osd] = weightFixed16;
        for (Map.Entry<Integer, int[]> each : parentByType.sequencedEntrySet()) {
            int[] parents = each.getValue();
            for (Bucket bucket : way.reversed()) {
                if (bucket.type() == each.getKey() && parents[osd] == NO_PARENT) {
                    parents[osd] = bucket.id();
                }
            }
        }
    }

    /** Each take has one share, divided by weight: how Ceph 16.2 counts a rule's weights. */
    private void shares() {
        for (Section section : sections) {
            double sum = 0;
            for (int weight : section.weightsFixed16()) {
                sum += Integer.toUnsignedLong(weight);
            }
            for (int osd = 0; osd < osdCountMax && sum > 0; osd++) {
                weights[osd] += Integer.toUnsignedLong(section.weightsFixed16()[osd]) / sum;
            }
        }
    }

    /** The part of the rule's OSDs that each is by CRUSH weight; 0 for those it does not reach. */
    public double[] weights() {
        return weights.clone();
    }

    /** Whether the rule can choose an OSD at all, whatever it weighs. */
    public boolean reaches(int osd) {
        return sections.stream().anyMatch(s -> isBelow(s, osd));
    }

    private boolean isBelow(Section section, int osd) {
        return osd >= 0 && osd < osdCountMax && section.isBelow()[osd];
    }

    private int parent(int type, int osd) {
        int[] parents = parentByType.get(type);
        return parents == null || osd < 0 || osd >= osdCountMax ? NO_PARENT : parents[osd];
    }

    /**
     * Whether the OSDs are as far apart as the rule says, and below what it takes: what Ceph 16.2
     * verifies of an upmap. Holes do not count.
     */
    public boolean isSound(int[] osds) {
        int cursor = 0;
        for (Section section : sections) {
            int places = 1;
            for (Level level : section.levels()) {
                places *= level.count();
                if (!isApart(level, osds)) {
                    return false;
                }
            }
            for (int i = 0; section.take() < 0 && i < places && cursor < osds.length; i++) {
                int osd = osds[cursor++];
                if (osd != NONE && !isBelow(section, osd)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isApart(Level level, int[] osds) {
        int[] parents = new int[osds.length];
        int count = 0;
        for (int osd : osds) {
            int parent = osd == NONE ? NO_PARENT : parent(level.type(), osd);
            if (parent == NO_PARENT) {
                continue;
            }
            boolean isKnown = false;
            for (int i = 0; i < count; i++) {
                isKnown |= parents[i] == parent;
            }
            if (isKnown && level.isLeaf()) {
                return false;
            }
            if (!isKnown) {
                parents[count++] = parent;
            }
        }
        return level.isLeaf() || count <= level.count() || level.type() == 0;
    }

    /**
     * Whether an OSD may stand in the place of another: below the same takes, in the same bucket of
     * each type or in one that nobody else of the set is in while the one it leaves had nobody
     * else.
     */
    public boolean mayReplace(int[] osds, int at, int to) {
        int from = osds[at];
        for (int osd : osds) {
            if (osd == to) {
                return false;
            }
        }
        boolean isReached = false;
        for (Section section : sections) {
            if (isBelow(section, from) != isBelow(section, to)) {
                return false;
            }
            isReached |= isBelow(section, to);
        }
        if (!isReached) {
            return false;
        }
        for (Section section : sections) {
            for (Level level : section.levels()) {
                if (level.type() != 0 && isBelow(section, to) && !keeps(level, osds, at, to)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean keeps(Level level, int[] osds, int at, int to) {
        int left = parent(level.type(), osds[at]);
        int entered = parent(level.type(), to);
        if (left == entered) {
            return true;
        }
        for (int i = 0; i < osds.length; i++) {
            int parent = i == at || osds[i] == NONE ? NO_PARENT : parent(level.type(), osds[i]);
            if (parent != NO_PARENT && (parent == left || parent == entered)) {
                return false;
            }
        }
        return true;
    }

    /** What two OSDs of a set share that they must not, in words; empty when nothing. */
    public String shared(int[] osds) {
        for (Section section : sections) {
            for (Level level : section.levels()) {
                if (level.isLeaf() && !isApart(level, osds)) {
                    return crush.typeName(level.type());
                }
            }
        }
        return isSound(osds) ? "" : "subtree";
    }

    @Override
    public String toString() {
        return sections.size() + " sections, weights " + Arrays.toString(weights);
    }
}
