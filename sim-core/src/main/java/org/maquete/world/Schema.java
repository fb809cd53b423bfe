package org.maquete.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tables, columns and projections a world has, and which owner may write which. */
public final class Schema {

    private final List<TableKey<?>> tables = new ArrayList<>();
    private final List<Integer> tableOwners = new ArrayList<>();
    private final List<ColumnKey<ColumnKey.Ints>> intColumns = new ArrayList<>();
    private final List<Integer> intOwners = new ArrayList<>();
    private final List<ColumnKey<ColumnKey.Longs>> longColumns = new ArrayList<>();
    private final List<Integer> longOwners = new ArrayList<>();
    private final List<Projection<?>> projections = new ArrayList<>();
    private final Map<String, Object> names = new LinkedHashMap<>();

    /** Adds a table that only {@code owner} (a number from 0) may write. */
    public void table(TableKey<?> key, int owner) {
        name(key.name(), key);
        key.likelyPlace(tables.size());
        tables.add(key);
        tableOwners.add(owner);
    }

    /** Adds a column of {@code int} that only {@code owner} may write. */
    public void ints(ColumnKey<ColumnKey.Ints> key, int owner) {
        name(key.name(), key);
        intColumns.add(key);
        intOwners.add(owner);
    }

    /** Adds a column of {@code long} that only {@code owner} may write. */
    public void longs(ColumnKey<ColumnKey.Longs> key, int owner) {
        name(key.name(), key);
        longColumns.add(key);
        longOwners.add(owner);
    }

    /** Adds a projection. */
    public void projection(Projection<?> projection) {
        name(projection.name(), projection);
        projections.add(projection);
    }

    private void name(String name, Object key) {
        Object other = names.putIfAbsent(name, key);
        if (other != null) {
            throw new IllegalArgumentException(
                    "expected a new name in the schema, found " + name + " twice");
        }
    }

    int slot(ColumnKey<?> key) {
        return slot(key.rebuild() instanceof ColumnKey.Ints ? intColumns : longColumns, key);
    }

    int slot(Projection<?> projection) {
        return slot(projections, projection);
    }

    /** There are few of them, and they are constants: looking along is faster than a hash. */
    @SuppressWarnings("ReferenceEquality") // keys are constants: none equals another
    private static int slot(List<?> keys, Object key) {
        for (int slot = 0; slot < keys.size(); slot++) {
            if (keys.get(slot) == key) {
                return slot;
            }
        }
        throw undeclared(key);
    }

    static IllegalArgumentException undeclared(Object key) {
        return new IllegalArgumentException(
                "expected a declared table, column or projection, found "
                        + key
                        + "\nMaybe its subsystem is missing from the lab, or does not declare it.");
    }

    /** The tables in order of declaration. */
    public List<TableKey<?>> tables() {
        return List.copyOf(tables);
    }

    List<ColumnKey<ColumnKey.Ints>> intColumns() {
        return intColumns;
    }

    List<ColumnKey<ColumnKey.Longs>> longColumns() {
        return longColumns;
    }

    List<Projection<?>> projections() {
        return projections;
    }

    int tableOwner(int slot) {
        return tableOwners.get(slot);
    }

    int intOwner(int slot) {
        return intOwners.get(slot);
    }

    int longOwner(int slot) {
        return longOwners.get(slot);
    }
}
