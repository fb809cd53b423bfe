package org.maquete.ceph.crush;

/**
 * One choice of one item of one bucket: a pure function of the bucket, the input and the number of
 * the attempt. Holds scratch memory: one for each thread.
 */
final class BucketChoice {

    private final CompiledCrush map;
    private final int[] us;
    private final int[] permutation;

    BucketChoice(CompiledCrush map) {
        this.map = map;
        int largest = 0;
        for (int each : map.size) {
            largest = Math.max(largest, each);
        }
        us = new int[largest];
        permutation = new int[largest];
    }

    /**
     * The item that bucket {@code b}, which is not empty, chooses.
     *
     * @param place of the result, for weight sets
     */
    int choose(int b, int x, int r, int place) {
        return switch (map.algorithm[b]) {
            case 5 -> straw2(b, x, r, place);
            case 4 -> straw(b, x, r);
            case 3 -> tree(b, x, r);
            case 2 -> list(b, x, r);
            default -> permuted(b, x, r);
        };
    }

    private int straw2(int b, int x, int r, int place) {
        int start = map.start[b];
        int size = map.size[b];
        if (size == 1) {
            return map.items[start];
        }
        int[] ids = map.hashIds;
        for (int i = 0; i < size; i++) {
            us[i] = CrushHash.of(x, ids[start + i], r) & 0xffff;
        }
        return map.items[start + Straw2.pick(map, b, us, 0, place)];
    }

    private int straw(int b, int x, int r) {
        int start = map.start[b];
        long best = -1;
        int at = start;
        for (int i = start; i < start + map.size[b]; i++) {
            long hash = CrushHash.of(x, map.items[i], r) & 0xffff;
            long draw = hash * Integer.toUnsignedLong(map.extra[i]);
            if (draw > best) {
                best = draw;
                at = i;
            }
        }
        return map.items[at];
    }

    private int tree(int b, int x, int r) {
        int[] weights = map.weights();
        int nodes = map.nodeStart[b];
        int node = map.nodeCount[b] >> 1;
        while ((node & 1) == 0) {
            long weight = Integer.toUnsignedLong(weights[nodes + node]);
            long hash = Integer.toUnsignedLong(CrushHash.of(x, node, r, -1 - b));
            long share = hash * weight >>> 32;
            int step = Integer.lowestOneBit(node) >> 1;
            boolean isLeft = share < Integer.toUnsignedLong(weights[nodes + node - step]);
            node += isLeft ? -step : step;
        }
        // A tree that weighs nothing leads past its last item; the real program reads whatever
        // stands there. Nothing is chosen here.
        return node >> 1 < map.size[b] ? map.items[map.start[b] + (node >> 1)] : Integer.MAX_VALUE;
    }

    private int list(int b, int x, int r) {
        int start = map.start[b];
        for (int i = start + map.size[b] - 1; i >= start; i--) {
            long hash = CrushHash.of(x, map.items[i], r, -1 - b) & 0xffff;
            long share = hash * Integer.toUnsignedLong(map.extra[i]) >>> 16;
            if (share < Integer.toUnsignedLong(map.weights()[i])) {
                return map.items[i];
            }
        }
        return map.items[start];
    }

    /** The {@code r}-th of a permutation of the items; also what attempts fall back to. */
    int permuted(int b, int x, int r) {
        int size = map.size[b];
        int wanted = Integer.remainderUnsigned(r, size);
        for (int i = 0; i < size; i++) {
            permutation[i] = i;
        }
        for (int i = 0; i <= wanted && i < size - 1; i++) {
            int hash = CrushHash.of(x, -1 - b, i);
            int other = i + Integer.remainderUnsigned(hash, size - i);
            int swapped = permutation[i];
            permutation[i] = permutation[other];
            permutation[other] = swapped;
        }
        return map.items[map.start[b] + permutation[wanted]];
    }
}
