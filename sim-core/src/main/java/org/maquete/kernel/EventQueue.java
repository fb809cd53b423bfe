package org.maquete.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pending events, popped in order of (time, lane, sequence). The order is kept over packed numbers
 * ({@link PendingOrder}); the events themselves lie in slots, in pages that fork by reference.
 *
 * <p>A tie packs lane (2 bits), sequence (37) and slot (24). The sequence makes it unique, so the
 * slot in its low bits never decides. Cancelling frees the slot at once; the stale pair is skipped
 * when it comes up, because the sequence in its slot is another; when three quarters of all pairs
 * are stale they are dropped.
 */
final class EventQueue {

    /** Most pending events at one time. */
    static final int PENDING_LIMIT = 1 << 24;

    private static final int STALE_MIN = 4096;
    private static final long SEQUENCE_LIMIT = 1L << 37;
    private static final int PAGE_BITS = 6;
    private static final int MASK = (1 << PAGE_BITS) - 1;

    private PendingOrder order;
    private Page[] pages = new Page[0];
    private Stamp owner = new Stamp();
    private boolean pagesShared;
    private int free = -1;
    private int slots;
    private long sequence;
    private final int[] pendingByLane = new int[Lane.COUNT];

    private static final class Page {
        private final Stamp owner;
        private final @Nullable Event[] events = new Event[1 << PAGE_BITS];
        private final long[] causes = new long[1 << PAGE_BITS];

        /** Sequence of the event in a slot in use; -2 - next free slot otherwise. */
        private final long[] sequences = new long[1 << PAGE_BITS];

        Page(Stamp owner) {
            this.owner = owner;
        }

        Page copy(Stamp newOwner) {
            Page copy = new Page(newOwner);
            System.arraycopy(events, 0, copy.events, 0, events.length);
            System.arraycopy(causes, 0, copy.causes, 0, causes.length);
            System.arraycopy(sequences, 0, copy.sequences, 0, sequences.length);
            return copy;
        }
    }

    /** One pending event, for looking only. */
    record Pending(long timeNs, Event event) {}

    EventQueue(PendingOrder order) {
        this.order = order;
    }

    EventQueue fork() {
        EventQueue child = new EventQueue(order.fork());
        child.pages = pages;
        child.pagesShared = true;
        child.free = free;
        child.slots = slots;
        child.sequence = sequence;
        System.arraycopy(pendingByLane, 0, child.pendingByLane, 0, pendingByLane.length);
        owner = new Stamp();
        pagesShared = true;
        return child;
    }

    int pending(Lane lane) {
        return pendingByLane[lane.number()];
    }

    int pending() {
        return Arrays.stream(pendingByLane).sum();
    }

    /** How many pairs are kept, cancelled ones included. */
    int pairs() {
        return order.count();
    }

    EventId push(long timeNs, Event event, long cause) {
        int slot = takeSlot();
        if (sequence == SEQUENCE_LIMIT) {
            throw new IllegalStateException("more than " + SEQUENCE_LIMIT + " events in one run");
        }
        long number = sequence++;
        Page page = writable(slot);
        page.events[slot & MASK] = event;
        page.causes[slot & MASK] = cause;
        page.sequences[slot & MASK] = number;
        pendingByLane[event.lane().number()]++;
        order.push(timeNs, (long) event.lane().number() << 61 | number << 24 | slot);
        return new EventId(number << 24 | slot);
    }

    /** Whether it was still pending. */
    boolean cancel(EventId id) {
        int slot = (int) (id.value() & PENDING_LIMIT - 1);
        if (id.value() < 0 || slot >= slots || sequenceOf(slot) != id.value() >>> 24) {
            return false;
        }
        release(slot);
        if (order.count() > STALE_MIN && order.count() > 4 * pending()) {
            dropStale();
        }
        return true;
    }

    /** Timers that are renewed long before they are due would otherwise pile up. */
    private void dropStale() {
        PendingOrder living = order.empty();
        for (; hasNext(); order.pop()) {
            living.push(order.firstTime(), order.firstTie());
        }
        order = living;
    }

    /** Skips cancelled events; whether one is left. */
    boolean hasNext() {
        while (order.count() > 0) {
            long tie = order.firstTie();
            if (sequenceOf(slotOf(tie)) == sequenceIn(tie)) {
                return true;
            }
            order.skip();
        }
        return false;
    }

    long nextTime() {
        return order.firstTime();
    }

    Lane nextLane() {
        return event(slotOf(order.firstTie())).lane();
    }

    /** The cause of the event that {@link #pop} returns next. */
    long nextCause() {
        int slot = slotOf(order.firstTie());
        return pages[slot >> PAGE_BITS].causes[slot & MASK];
    }

    Event pop() {
        int slot = slotOf(order.firstTie());
        Event event = event(slot);
        order.pop();
        release(slot);
        return event;
    }

    /** All pending events in the order in which they will come. */
    List<Pending> list() {
        EventQueue copy = fork();
        List<Pending> all = new ArrayList<>();
        while (copy.hasNext()) {
            long time = copy.nextTime();
            all.add(new Pending(time, copy.pop()));
        }
        return all;
    }

    private Event event(int slot) {
        Event event = pages[slot >> PAGE_BITS].events[slot & MASK];
        if (event == null) {
            throw new IllegalStateException("expected an event in slot " + slot + ", found none");
        }
        return event;
    }

    private long sequenceOf(int slot) {
        return pages[slot >> PAGE_BITS].sequences[slot & MASK];
    }

    private static int slotOf(long tie) {
        return (int) (tie & PENDING_LIMIT - 1);
    }

    private static long sequenceIn(long tie) {
        return tie >>> 24 & SEQUENCE_LIMIT - 1;
    }

    private int takeSlot() {
        if (free >= 0) {
            int slot = free;
            free = (int) (-2 - sequenceOf(slot));
            return slot;
        }
        if (slots == PENDING_LIMIT) {
            throw new IllegalStateException("more than " + PENDING_LIMIT + " pending events");
        }
        if (slots >> PAGE_BITS == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(1, pages.length + (pages.length >> 1) + 1));
            pagesShared = false;
            for (int i = slots >> PAGE_BITS; i < pages.length; i++) {
                pages[i] = new Page(owner);
            }
        }
        return slots++;
    }

    private void release(int slot) {
        pendingByLane[event(slot).lane().number()]--;
        Page page = writable(slot);
        page.events[slot & MASK] = null;
        page.sequences[slot & MASK] = -2L - free;
        free = slot;
    }

    private Page writable(int slot) {
        int at = slot >> PAGE_BITS;
        Page page = pages[at];
        if (page.owner != owner) {
            if (pagesShared) {
                pages = pages.clone();
                pagesShared = false;
            }
            page = page.copy(owner);
            pages[at] = page;
        }
        return page;
    }
}
