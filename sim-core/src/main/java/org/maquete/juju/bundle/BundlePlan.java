package org.maquete.juju.bundle;

import java.util.List;

/** What is to be done to deploy a bundle into a model. */
public sealed interface BundlePlan {

    /**
     * The changes in their order.
     *
     * @param located what juju tells about the charms before it lists the changes, a line each
     */
    record Changes(List<String> located, List<BundleChange> changes) implements BundlePlan {
        public Changes {
            located = List.copyOf(located);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Juju finds that it cannot.
     *
     * @param message behind {@code cannot deploy bundle: }
     */
    record Refused(String message) implements BundlePlan {}

    /** Juju would go on; this model does not have it. */
    record NotModelled(String feature) implements BundlePlan {}
}
