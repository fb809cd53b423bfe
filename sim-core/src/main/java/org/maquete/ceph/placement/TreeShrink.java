package org.maquete.ceph.placement;

import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.crush.Step;

/**
 * Whether one tree is another with items that weigh less or are gone, and which devices a choice
 * must not have met for being the same in both.
 *
 * <p>In a straw2 bucket each item draws by its own id and weight alone; the largest draw wins, the
 * first of equals. An item that weighs less draws no more than before, so whoever else had won wins
 * again. A choice can only be another one if it met an item that weighs less or is gone.
 *
 * <p>Which items it met is seen from its result: if no device is out, no bucket is empty and each
 * device has a bucket of the type chosen above it, then an attempt fails only by meeting what was
 * taken already. So all items met are devices of the result or buckets above them, of which there
 * is one of each level, as no bucket stands in two.
 */
final class TreeShrink {

    private static final int REWEIGHT_FULL = 0x10000; // <1>: 16.16 fixed point

    private final TreeMap<Integer, Bucket> large = new TreeMap<>();
    private final TreeMap<Integer, Bucket> small = new TreeMap<>();
    private final boolean[] isTouched;
    private final boolean[] isSeen;
    private final int[] reweights;
    private final int type;
    private boolean isFit = true;

    private TreeShrink(CrushMap large, CrushMap small, int[] reweights, int type) {
        large.buckets().forEach(b -> this.large.put(b.id(), b));
        small.buckets().forEach(b -> this.small.put(b.id(), b));
        isTouched = new boolean[large.deviceCountMax()];
        isSeen = new boolean[this.large.isEmpty() ? 0 : -this.large.firstKey()];
        this.reweights = reweights;
        this.type = type;
    }

    /**
     * The devices of the larger tree that stand below an item which weighs less in the smaller one
     * or is not there; empty when it is no such pair.
     *
     * @param rule the same in both, of one take, one firstn and one emit over straw2 buckets
     * @param reweights of the devices, the same in both
     */
    static Optional<boolean[]> touched(
            CrushMap large, CrushMap small, CrushRule rule, int[] reweights) {
        if (!large.tunables().equals(small.tunables())
                || !large.chooseArgs().isEmpty()
                || !small.chooseArgs().isEmpty()) {
            return Optional.empty();
        }
        int take = 0;
        int type = 0;
        for (Step step : rule.steps()) {
            take = step instanceof Step.Take(int item) ? item : take;
            type = step instanceof Step.Choose choose ? choose.type() : type;
        }
        TreeShrink shrink = new TreeShrink(large, small, reweights, type);
        shrink.walk(take, false, type == 0);
        return shrink.isFit ? Optional.of(shrink.isTouched) : Optional.empty();
    }

    /** Walks down from a bucket; trees are a few deep. */
    private void walk(int id, boolean isLess, boolean hasType) {
        Bucket whole = large.get(id);
        Bucket rest = small.get(id);
        if (whole == null) {
            isFit = false;
            return;
        }
        isFit &= whole.items().count() > 0 && !isSeen[-1 - id];
        isFit &= rest == null ? isLess : isAlike(whole, rest);
        if (!isFit) {
            return;
        }
        isSeen[-1 - id] = true;
        boolean hasOne = hasType || whole.type() == type;
        int at = 0;
        for (int i = 0; i < whole.items().count(); i++) {
            int item = whole.items().get(i);
            boolean isThere =
                    rest != null && at < rest.items().count() && rest.items().get(at) == item;
            boolean isLighter = isLess;
            if (isThere && rest != null) {
                int weight = rest.weightsFixed16().get(at++);
                int was = whole.weightsFixed16().get(i);
                isFit &= Integer.compareUnsigned(weight, was) <= 0;
                isLighter |= weight != was;
            } else {
                isLighter = true;
            }
            if (item < 0) {
                walk(item, isLighter, hasOne);
            } else {
                device(item, isLighter, hasOne);
            }
        }
        isFit &= rest == null || at == rest.items().count(); // in the same order, nothing new
    }

    private static boolean isAlike(Bucket whole, Bucket rest) {
        return rest.type() == whole.type()
                && rest.algorithm() == whole.algorithm()
                && rest.items().count() > 0;
    }

    private void device(int osd, boolean isLighter, boolean hasType) {
        boolean isOut = osd >= reweights.length || reweights[osd] < REWEIGHT_FULL;
        isFit &= !isOut && hasType && osd < isTouched.length;
        if (isFit) {
            isTouched[osd] = isLighter;
        }
    }
}
