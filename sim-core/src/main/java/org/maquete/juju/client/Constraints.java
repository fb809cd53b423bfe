package org.maquete.juju.client;

import java.util.List;
import java.util.Optional;

/** Checks the words of {@code --constraints}: juju 3.6, core/constraints/constraints.go. */
final class Constraints {

    /** What can be constrained: juju 3.6, core/constraints/constraints.go. */
    static final List<String> KEYS =
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

    private Constraints() {}

    /** All values of the flag as one text. */
    static String joined(List<String> values) {
        return String.join(" ", values).strip();
    }

    /** Why Juju does not take them, or empty. */
    static Optional<String> refusal(String constraints) {
        for (String word : constraints.split(" +", -1)) {
            int equal = word.indexOf('=');
            if (word.isEmpty()) {
                continue;
            }
            if (equal <= 0) {
                return Optional.of("malformed constraint " + ClientText.quote(word));
            }
            String key = word.substring(0, equal);
            if (!KEYS.contains(key)) {
                return Optional.of("unknown constraint " + ClientText.quote(key));
            }
        }
        return Optional.empty();
    }
}
