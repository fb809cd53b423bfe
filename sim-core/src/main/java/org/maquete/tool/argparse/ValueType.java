package org.maquete.tool.argparse;

import java.util.List;

/**
 * What a word is turned into before it is stored.
 *
 * @param name the converter
 * @param keys the keys that {@link Name#PAIRS} allows, in order; empty elsewhere
 */
public record ValueType(Name name, List<String> keys) {

    /** The converters of the openstack client. */
    public enum Name {
        TEXT,
        INT,
        FLOAT,
        /** An int from 1 to 100. */
        PERCENT,
        LOWER,
        UPPER,
        /** IPv4 and IPv6 in any case. */
        IPVX,
        /** {@code key=value,key=value} as one dict. */
        PAIRS
    }

    public static final ValueType TEXT = new ValueType(Name.TEXT, List.of());
    public static final ValueType INT = new ValueType(Name.INT, List.of());

    public ValueType {
        keys = List.copyOf(keys);
    }

    /** The name that Python gives the converter in {@code invalid int value}. */
    String pythonName() {
        return switch (name) {
            case INT -> "int";
            case FLOAT -> "float";
            case PERCENT -> "percent_type";
            default -> throw new IllegalStateException(name + " refuses with words of its own");
        };
    }
}
