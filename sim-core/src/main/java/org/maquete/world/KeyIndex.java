package org.maquete.world;

/**
 * Look-up from a natural key to a row id: open addressing with linear probing over an {@link
 * IntColumn}, so that it forks page-wise as the rows do. A slot holds id + 1, 0 for never used, -1
 * for removed; the keys themselves stay in the rows.
 */
final class KeyIndex {

    /** Where a row's key is read from. */
    interface Keys {
        String keyOf(int id);
    }

    private static final int REMOVED = -1;
    private static final int SLOTS_MIN = 64;

    private IntColumn slots;
    private int capacity;
    private int used;

    KeyIndex() {
        this(new IntColumn(), SLOTS_MIN, 0);
    }

    private KeyIndex(IntColumn slots, int capacity, int used) {
        this.slots = slots;
        this.capacity = capacity;
        this.used = used;
    }

    KeyIndex fork() {
        return new KeyIndex(slots.fork(), capacity, used);
    }

    int capacity() {
        return capacity;
    }

    /** The id, or -1 when no row has this key. */
    int find(String key, Keys keys) {
        int mask = capacity - 1;
        for (int slot = hash(key) & mask; ; slot = slot + 1 & mask) {
            int entry = slots.get(slot);
            if (entry == 0) {
                return -1;
            }
            if (entry != REMOVED && keys.keyOf(entry - 1).equals(key)) {
                return entry - 1;
            }
        }
    }

    void put(String key, int id, Keys keys) {
        if (2 * (used + 1) > capacity) {
            rebuild(keys);
        }
        insert(key, id);
    }

    void remove(String key, Keys keys) {
        int mask = capacity - 1;
        for (int slot = hash(key) & mask; ; slot = slot + 1 & mask) {
            int entry = slots.get(slot);
            if (entry == 0) {
                throw new IllegalStateException(
                        "expected the key " + key + " in the index, found none");
            }
            if (entry != REMOVED && keys.keyOf(entry - 1).equals(key)) {
                slots.set(slot, REMOVED);
                return;
            }
        }
    }

    private void insert(String key, int id) {
        int mask = capacity - 1;
        int slot = hash(key) & mask;
        while (slots.get(slot) != 0) {
            slot = slot + 1 & mask;
        }
        slots.set(slot, id + 1);
        used++;
    }

    /** Leaves out the removed; afterwards an eighth to a quarter of the slots is used. */
    private void rebuild(Keys keys) {
        IntColumn old = slots;
        int oldCapacity = capacity;
        int living = 0;
        for (int slot = 0; slot < oldCapacity; slot++) {
            living += old.get(slot) > 0 ? 1 : 0;
        }
        slots = new IntColumn();
        capacity = Math.max(SLOTS_MIN, Math.multiplyExact(8, Integer.highestOneBit(living)));
        used = 0;
        for (int slot = 0; slot < oldCapacity; slot++) {
            int entry = old.get(slot);
            if (entry > 0) {
                insert(keys.keyOf(entry - 1), entry - 1);
            }
        }
    }

    private static int hash(String key) {
        int h = key.hashCode() * 0x9e3779b9;
        return h ^ h >>> 15;
    }
}
