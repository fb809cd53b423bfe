package org.maquete.placement.api;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A resource provider: a node of a tree, with inventories, traits and aggregates. */
public final class Provider {

    private final int id;
    private final String uuid;
    private String name;
    private int generation;
    private @Nullable Provider parent;
    private final TreeMap<Integer, Inventory> inventories = new TreeMap<>();
    private final TreeMap<Integer, Long> used = new TreeMap<>();
    private final TreeSet<String> traits = new TreeSet<>();
    private final TreeSet<String> aggregates = new TreeSet<>();

    Provider(int id, String uuid, String name) {
        this.id = id;
        this.uuid = uuid;
        this.name = name;
    }

    int id() {
        return id;
    }

    public String uuid() {
        return uuid;
    }

    public String name() {
        return name;
    }

    /** Grows with every change; a writer names the one that it has read. */
    public int generation() {
        return generation;
    }

    void rename(String other) {
        name = other;
    }

    void changed() {
        generation++;
    }

    @Nullable Provider parent() {
        return parent;
    }

    void setParent(@Nullable Provider other) {
        parent = other;
    }

    /** The top of its tree. */
    Provider root() {
        Provider top = this;
        for (Provider up = parent; up != null; up = up.parent) {
            top = up;
        }
        return top;
    }

    /** Whether another one stands above it, or is itself. */
    boolean isUnder(Provider other) {
        for (Provider up = this; up != null; up = up.parent) {
            if (up == other) {
                return true;
            }
        }
        return false;
    }

    /** By the number of the resource class. */
    TreeMap<Integer, Inventory> inventories() {
        return inventories;
    }

    Set<String> traits() {
        return traits;
    }

    Set<String> aggregates() {
        return aggregates;
    }

    long used(int resourceClass) {
        return used.getOrDefault(resourceClass, 0L);
    }

    void use(int resourceClass, long amount) {
        used.merge(resourceClass, amount, Long::sum);
    }

    /** Whether an amount can be taken of a resource class. */
    boolean hasRoom(int resourceClass, long amount) {
        Inventory inventory = inventories.get(resourceClass);
        return inventory != null
                && inventory.fits(used(resourceClass), amount)
                && inventory.takes(amount);
    }

    /** What undoes all changes of amounts from now on. */
    Runnable saved() {
        TreeMap<Integer, Inventory> inventoriesNow = new TreeMap<>(inventories);
        TreeMap<Integer, Long> usedNow = new TreeMap<>(used);
        int generationNow = generation;
        return () -> {
            inventories.clear();
            inventories.putAll(inventoriesNow);
            used.clear();
            used.putAll(usedNow);
            generation = generationNow;
        };
    }
}
