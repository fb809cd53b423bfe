package org.maquete.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A monotone radix queue with a small sorted run in front.
 *
 * <p>Idea (Ahuja, Mehlhorn, Orlin, Tarjan 1990, with digits of 6 bits): a pair later than {@code
 * last} goes to the bucket (level, digit), where level is the highest 6-bit digit in which its time
 * differs from {@code last} and digit is the value there. The first pair is always in the lowest
 * non-empty level, in its lowest digit. When the run is empty that bucket is opened: a small one
 * ({@value #RUN_PAIRS} pairs at most) or one of a single instant is sorted into the run and {@code
 * last} becomes its greatest time; a larger one is dealt out to lower levels.
 *
 * <p>Pushes at or before {@code last} belong to the run. At the present instant they go to one FIFO
 * per lane (ties are lane, then sequence, so appending keeps order); later ones are inserted if few
 * pairs have to move, and go to a {@link FourAryHeap} otherwise, so that no distribution is
 * quadratic. The first pair is the least of run, FIFOs and heap.
 *
 * <p>Cost: each pair is moved once a level at most, in practice 1-2 times; no width to tune, no
 * resize. Buckets and the run fork by reference and are copied on the first write after it; FIFOs
 * and heap, which are short, are copied at once.
 */
public final class RadixLadder implements PendingOrder {

    private static final int RUN_PAIRS = 48;
    private static final int SHIFT_PAIRS = 64;
    private static final int LEVELS = 11;
    private static final int LANES = Lane.COUNT;
    private static final int LANE_SHIFT = 61;

    private final @Nullable PairBucket[] buckets;
    private final long[] occupied;
    private final PairBucket[] fifos;
    private final FourAryHeap near;
    private Stamp owner = new Stamp();
    private long[] run;
    private int runHead;
    private int runEnd;
    private boolean runShared;
    private long last;
    private long now;
    private int count;
    private int inFifos;

    /**
     * Which of the fronts holds the first pair: -1 the run, 0..3 a FIFO, 4 the heap, -2 unknown.
     */
    private int front = -2;

    /** An empty queue at time 0. */
    public RadixLadder() {
        buckets = new PairBucket[LEVELS * 64];
        occupied = new long[LEVELS];
        fifos = new PairBucket[LANES];
        Arrays.setAll(fifos, i -> new PairBucket(owner, 16));
        near = new FourAryHeap();
        run = new long[2 * RUN_PAIRS];
    }

    private RadixLadder(RadixLadder parent) {
        buckets = parent.buckets.clone();
        occupied = parent.occupied.clone();
        fifos = new PairBucket[LANES];
        Arrays.setAll(fifos, i -> parent.fifos[i].copy(owner));
        near = parent.near.fork();
        run = parent.run;
        runHead = parent.runHead;
        runEnd = parent.runEnd;
        runShared = true;
        last = parent.last;
        now = parent.now;
        count = parent.count;
        inFifos = parent.inFifos;
    }

    @Override
    public RadixLadder fork() {
        RadixLadder child = new RadixLadder(this);
        owner = new Stamp();
        runShared = true;
        return child;
    }

    @Override
    public RadixLadder empty() {
        return new RadixLadder();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void push(long time, long tie) {
        if (time < now) {
            throw new IllegalArgumentException("expected a time from " + now + ", found " + time);
        }
        count++;
        front = -2;
        if (time > last) {
            bucketFor(time).add(time, tie);
        } else if (time == now) {
            pushNow(time, tie);
        } else {
            pushRun(time, tie);
        }
    }

    private void pushNow(long time, long tie) {
        PairBucket fifo = fifos[(int) (tie >>> LANE_SHIFT)];
        if (!fifo.isEmpty() && fifo.lastTie() > tie) {
            near.push(time, tie); // not in order of sequence: only a foreign caller does this
        } else {
            fifo.add(time, tie);
            inFifos++;
        }
    }

    private void pushRun(long time, long tie) {
        if (runShared || runEnd == run.length) {
            roomInRun();
        }
        int at = runEnd;
        int floor = Math.max(runHead, runEnd - 2 * SHIFT_PAIRS);
        while (at > floor && before(time, tie, run[at - 2], run[at - 1])) {
            at -= 2;
        }
        if (at == floor && floor > runHead) {
            near.push(time, tie);
            return;
        }
        System.arraycopy(run, at, run, at + 2, runEnd - at);
        run[at] = time;
        run[at + 1] = tie;
        runEnd += 2;
    }

    /** Makes the run ours, with room for one more pair. */
    private void roomInRun() {
        int used = runEnd - runHead;
        if (runShared || runHead <= run.length / 2) {
            int length = Math.max(2 * RUN_PAIRS, 2 * used);
            run = Arrays.copyOfRange(run, runHead, runHead + length);
            runShared = false;
        } else {
            System.arraycopy(run, runHead, run, 0, used);
        }
        runHead = 0;
        runEnd = used;
    }

    private PairBucket bucketFor(long time) {
        int level = (63 - Long.numberOfLeadingZeros(time ^ last)) / 6;
        int digit = (int) (time >>> (6 * level)) & 63;
        int slot = level << 6 | digit;
        occupied[level] |= 1L << digit;
        PairBucket bucket = buckets[slot];
        if (bucket == null) {
            bucket = new PairBucket(owner, 4);
            buckets[slot] = bucket;
        } else if (!bucket.belongsTo(owner)) {
            bucket = bucket.copy(owner);
            buckets[slot] = bucket;
        }
        return bucket;
    }

    @Override
    public long firstTime() {
        return switch (front()) {
            case -1 -> run[runHead];
            case 4 -> near.firstTime();
            default -> now;
        };
    }

    @Override
    public long firstTie() {
        int where = front();
        return switch (where) {
            case -1 -> run[runHead + 1];
            case 4 -> near.firstTie();
            default -> fifos[where].firstTie();
        };
    }

    @Override
    public void pop() {
        now = firstTime();
        skip();
    }

    @Override
    public void skip() {
        int where = front();
        count--;
        front = -2;
        switch (where) {
            case -1 -> runHead += 2;
            case 4 -> near.pop();
            default -> {
                fifos[where].removeFirst();
                inFifos--;
            }
        }
    }

    private int front() {
        if (front == -2) {
            front = findFront();
        }
        return front;
    }

    private int findFront() {
        if (count == 0) {
            throw new IllegalStateException("expected a pending event, found none");
        }
        if (runHead == runEnd && near.count() == 0 && inFifos == 0) {
            fillRun();
            return -1;
        }
        int best = -2;
        long time = 0;
        long tie = 0;
        if (runHead < runEnd) {
            best = -1;
            time = run[runHead];
            tie = run[runHead + 1];
        }
        if (near.count() > 0
                && (best == -2 || before(near.firstTime(), near.firstTie(), time, tie))) {
            best = 4;
            time = near.firstTime();
            tie = near.firstTie();
        }
        for (int lane = 0; inFifos > 0 && lane < LANES; lane++) {
            PairBucket fifo = fifos[lane];
            if (!fifo.isEmpty()) {
                return best == -2 || before(now, fifo.firstTie(), time, tie) ? lane : best;
            }
        }
        return best;
    }

    private void fillRun() {
        runHead = 0;
        runEnd = 0;
        int level = 0;
        while (occupied[level] == 0) {
            level++;
        }
        int digit = Long.numberOfTrailingZeros(occupied[level]);
        occupied[level] &= ~(1L << digit);
        PairBucket bucket = taken(level << 6 | digit);
        if (level == 0 || bucket.end() <= 2 * RUN_PAIRS) {
            toRun(bucket, level);
        } else {
            deal(bucket);
        }
    }

    /** The bucket's content; the bucket itself is left empty and keeps its array for reuse. */
    private PairBucket taken(int slot) {
        PairBucket bucket = buckets[slot];
        if (bucket == null) {
            throw new IllegalStateException("an occupied bucket is missing: " + slot);
        }
        if (!bucket.belongsTo(owner)) {
            buckets[slot] = null;
        }
        return bucket;
    }

    /** Deals a bucket out to lower levels; its earliest instant goes to the run. */
    private void deal(PairBucket bucket) {
        long[] pairs = bucket.pairs();
        int end = bucket.end();
        long least = pairs[0];
        for (int i = 2; i < end; i += 2) {
            least = Math.min(least, pairs[i]);
        }
        last = least;
        if (bucket.belongsTo(owner)) {
            bucket.clear();
        }
        PairBucket first = new PairBucket(owner, 8);
        for (int i = 0; i < end; i += 2) {
            (pairs[i] == least ? first : bucketFor(pairs[i])).add(pairs[i], pairs[i + 1]);
        }
        toRun(first, 0);
    }

    private void toRun(PairBucket bucket, int level) {
        int end = bucket.end();
        if (runShared || run.length < end) {
            run = new long[Math.max(2 * RUN_PAIRS, end)];
            runShared = false;
        }
        if (level == 0 && end > 2 * RUN_PAIRS) {
            byLane(bucket.pairs(), end);
        } else {
            insertionSort(bucket.pairs(), end);
        }
        runEnd = end;
        last = run[end - 2];
        if (bucket.belongsTo(owner)) {
            bucket.clear();
        }
    }

    private void insertionSort(long[] pairs, int end) {
        for (int i = 0; i < end; i += 2) {
            long time = pairs[i];
            long tie = pairs[i + 1];
            int at = i;
            while (at > 0 && before(time, tie, run[at - 2], run[at - 1])) {
                run[at] = run[at - 2];
                run[at + 1] = run[at - 1];
                at -= 2;
            }
            run[at] = time;
            run[at + 1] = tie;
        }
    }

    /** One instant: the bucket is in order of sequence, so dealing it by lane sorts it. */
    private void byLane(long[] pairs, int end) {
        int[] starts = new int[LANES + 1];
        boolean ordered = true;
        for (int i = 0; i < end; i += 2) {
            starts[(int) (pairs[i + 1] >>> LANE_SHIFT) + 1] += 2;
        }
        for (int lane = 0; lane < LANES; lane++) {
            starts[lane + 1] += starts[lane];
        }
        long[] seen = new long[LANES];
        for (int i = 0; i < end; i += 2) {
            int lane = (int) (pairs[i + 1] >>> LANE_SHIFT);
            ordered &= seen[lane] <= pairs[i + 1];
            seen[lane] = pairs[i + 1];
            run[starts[lane]] = pairs[i];
            run[starts[lane] + 1] = pairs[i + 1];
            starts[lane] += 2;
        }
        if (!ordered) {
            throw new IllegalStateException("pairs of one instant were not pushed in order of tie");
        }
    }

    private static boolean before(long time, long tie, long otherTime, long otherTie) {
        return time < otherTime || (time == otherTime && tie < otherTie);
    }
}
