package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of constraints, {@code mem=8G tags=compute}: juju 3.6 core/constraints. */
public final class ConstraintSyntax {

    /** What can be constrained. */
    public static final List<String> KEYS =
            List.of(
                    "allocate-public-ip",
                    "arch",
                    "container",
                    "cores",
                    "cpu-cores",
                    "cpu-power",
                    "image-id",
                    "instance-role",
                    "instance-type",
                    "mem",
                    "root-disk",
                    "root-disk-source",
                    "spaces",
                    "tags",
                    "virt-type",
                    "zones");

    private static final List<String> WHOLE = List.of("cores", "cpu-cores", "cpu-power");
    private static final List<String> SIZES = List.of("mem", "root-disk");

    private ConstraintSyntax() {}

    /** Why Juju does not take them, or empty. */
    public static Optional<String> refusal(String constraints) {
        List<String> seen = new ArrayList<>();
        for (String word : constraints.split(" +", -1)) {
            int equal = word.indexOf('=');
            if (word.isEmpty()) {
                continue;
            }
            if (equal <= 0) {
                return Optional.of("malformed constraint " + GoSyntax.quote(word));
            }
            String key = word.substring(0, equal);
            if (!KEYS.contains(key)) {
                return Optional.of("unknown constraint " + GoSyntax.quote(key));
            }
            Optional<String> wrong =
                    seen.contains(key)
                            ? Optional.of("already set")
                            : valueRefusal(key, word.substring(equal + 1));
            if (wrong.isPresent()) {
                return Optional.of("bad " + GoSyntax.quote(key) + " constraint: " + wrong.get());
            }
            seen.add(key);
        }
        return Optional.empty();
    }

    private static Optional<String> valueRefusal(String key, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (WHOLE.contains(key) && !value.matches("[0-9]{1,19}")) {
            return Optional.of("must be a non-negative integer");
        }
        if (SIZES.contains(key) && !value.matches("[0-9]+([.][0-9]*)?[MGTPEZY]?")) {
            return Optional.of("must be a non-negative float with optional M/G/T/P suffix");
        }
        return Optional.empty();
    }

    /** Whether the key is constrained. */
    public static boolean has(String constraints, String key) {
        for (String word : constraints.split(" +", -1)) {
            if (word.startsWith(key + "=")) {
                return true;
            }
        }
        return false;
    }
}
