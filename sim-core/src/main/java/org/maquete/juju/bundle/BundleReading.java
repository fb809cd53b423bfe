package org.maquete.juju.bundle;

import java.util.List;

/** What became of a bundle's texts. */
public sealed interface BundleReading {

    /**
     * A bundle that Juju accepts so far.
     *
     * @param notes what Juju reads over in silence: unknown keys, values of another kind
     */
    record Composed(Bundle bundle, List<BundleProblem> notes) implements BundleReading {
        public Composed {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Texts that Juju does not deploy.
     *
     * @param message what {@code juju deploy} prints behind {@code cannot deploy bundle: }
     * @param problems each problem with its place, in the order of the message
     */
    record Refused(String message, List<BundleProblem> problems, List<BundleProblem> notes)
            implements BundleReading {
        public Refused {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }
}
