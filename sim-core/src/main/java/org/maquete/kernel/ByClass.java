package org.maquete.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the commands, events or facts of a class. Looked up at each of them, so it is
 * open addressing in two flat arrays with much room; never iterated, as the places differ from run
 * to run.
 */
final class ByClass<T> {

    private static final int PLACES_MIN = 64;
    private static final int ROOM = 4;

    private @Nullable Class<?>[] classes = new Class<?>[PLACES_MIN];
    private @Nullable Object[] values = new Object[PLACES_MIN];
    private int count;

    /** The value, or null. */
    @SuppressWarnings("unchecked") // only T is put
    @Nullable T get(Class<?> key) {
        return (T) values[place(key)];
    }

    /** Puts a value and gives the one before, or null. */
    @Nullable T put(Class<?> key, T value) {
        if (ROOM * (count + 1) > classes.length) {
            grow();
        }
        T old = get(key);
        set(key, value);
        count += old == null ? 1 : 0;
        return old;
    }

    private void set(Class<?> key, Object value) {
        int at = place(key);
        classes[at] = key;
        values[at] = value;
    }

    /** Where the class is, or would be. */
    private int place(Class<?> key) {
        int hash = key.hashCode();
        int mask = classes.length - 1;
        int at = (hash ^ hash >>> 16) & mask;
        while (classes[at] != null && classes[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        @Nullable Class<?>[] oldClasses = classes;
        @Nullable Object[] oldValues = values;
        classes = new Class<?>[2 * oldClasses.length];
        values = new Object[classes.length];
        for (int i = 0; i < oldClasses.length; i++) {
            Class<?> key = oldClasses[i];
            Object value = oldValues[i];
            if (key != null && value != null) {
                set(key, value);
            }
        }
    }
}
