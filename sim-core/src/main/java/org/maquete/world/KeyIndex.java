package org.maquete.world;

/**
 * Look-up from a natural key to a row id: open addressing with linear probing over an {@link
 * IntColumn}, so that it forks page-wise as the rows do. A slot holds id + 1, 0 for never used, -1
 * for removed; the keys themselves stay in the rows.
 */
final class KeyIndex {

    private static final int REMOVED = -1;
    private static final int SLOTS_MIN = 64;
    private static final int POWER_COUNT = 64;
    private static final int[] POWERS = powers();

    private final KeyColumn keys;
    private IntColumn slots;
    private int capacity;
    private int used;

    KeyIndex() {
        this(new KeyColumn(), new IntColumn(), SLOTS_MIN, 0);
    }

    private KeyIndex(KeyColumn keys, IntColumn slots, int capacity, int used) {
        this.keys = keys;
        this.slots = slots;
        this.capacity = capacity;
        this.used = used;
    }

    KeyIndex fork() {
        return new KeyIndex(keys.fork(), slots.fork(), capacity, used);
    }

    int capacity() {
        return capacity;
    }

    /** The id, or -1 when no row has this key. */
    int find(String key) {
        int mask = capacity - 1;
        for (int slot = spread(key.hashCode()) & mask; ; slot = slot + 1 & mask) {
            int entry = slots.get(slot);
            if (entry == 0) {
                return -1;
            }
            if (entry != REMOVED && keys.get(entry - 1).equals(key)) {
                return entry - 1;
            }
        }
    }

    /**
     * The id of the key {@code first + " " + second}, or -1. The key is not put together: a String
     * keeps its hash, and the hash of a concatenation follows from those of its parts.
     */
    int find(String first, String second) {
        int mask = capacity - 1;
        int hash = (first.hashCode() * 31 + ' ') * power(second.length()) + second.hashCode();
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            int entry = slots.get(slot);
            if (entry == 0) {
                return -1;
            }
            if (entry != REMOVED && isOf(keys.get(entry - 1), first, second)) {
                return entry - 1;
            }
        }
    }

    /** The id of the key {@code first + " " + second + " " + third}, or -1; as with two. */
    int find(String first, String second, String third) {
        int mask = capacity - 1;
        int hash = (first.hashCode() * 31 + ' ') * power(second.length()) + second.hashCode();
        hash = (hash * 31 + ' ') * power(third.length()) + third.hashCode();
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            int entry = slots.get(slot);
            if (entry == 0) {
                return -1;
            }
            if (entry != REMOVED && isOf(keys.get(entry - 1), first, second, third)) {
                return entry - 1;
            }
        }
    }

    private static boolean isOf(String key, String first, String second) {
        int length = first.length();
        return key.length() == length + 1 + second.length()
                && key.charAt(length) == ' '
                && key.startsWith(second, length + 1)
                && key.startsWith(first);
    }

    private static boolean isOf(String key, String first, String second, String third) {
        int length = first.length();
        int both = length + 1 + second.length();
        return key.length() == both + 1 + third.length()
                && key.charAt(length) == ' '
                && key.charAt(both) == ' '
                && key.startsWith(third, both + 1)
                && key.startsWith(second, length + 1)
                && key.startsWith(first);
    }

    /** 31 to this power. */
    private static int power(int exponent) {
        int most = POWERS.length - 1;
        return exponent <= most ? POWERS[exponent] : POWERS[most] * power(exponent - most);
    }

    private static int[] powers() {
        int[] powers = new int[POWER_COUNT];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 31 * powers[i - 1];
        }
        return powers;
    }

    void put(String key, int id) {
        if (2 * (used + 1) > capacity) {
            rebuild();
        }
        keys.set(id, key);
        insert(key, id);
    }

    /** The key under which this row was put. */
    String keyOf(int id) {
        return keys.get(id);
    }

    void remove(String key) {
        int mask = capacity - 1;
        for (int slot = spread(key.hashCode()) & mask; ; slot = slot + 1 & mask) {
            int entry = slots.get(slot);
            if (entry == 0) {
                throw new IllegalStateException(
                        "expected the key " + key + " in the index, found none");
            }
            if (entry != REMOVED && keys.get(entry - 1).equals(key)) {
                slots.set(slot, REMOVED);
                keys.set(entry - 1, null);
                return;
            }
        }
    }

    private void insert(String key, int id) {
        int mask = capacity - 1;
        int slot = spread(key.hashCode()) & mask;
        while (slots.get(slot) != 0) {
            slot = slot + 1 & mask;
        }
        slots.set(slot, id + 1);
        used++;
    }

    /** Leaves out the removed; afterwards an eighth to a quarter of the slots is used. */
    private void rebuild() {
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
                insert(keys.get(entry - 1), entry - 1);
            }
        }
    }

    private static int spread(int hash) {
        int h = hash * 0x9e3779b9;
        return h ^ h >>> 15;
    }
}
