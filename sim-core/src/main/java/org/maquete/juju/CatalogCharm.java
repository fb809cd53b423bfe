package org.maquete.juju;

import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.ReadinessStyle;

/**
 * A charm without a class: its behaviour is what the catalogue says. It looks at its relations
 * after each hook, says what is missing in the words of its family, and gives to others as soon as
 * it has what it asks for.
 *
 * <p>A charm whose status code was not read (style unknown in the catalogue) is taken to be active
 * without a message; one that sets no status leaves the one that Juju gives it.
 */
final class CatalogCharm implements Charm {

    private final CharmReadiness readiness;

    /** The charm of this metadata. */
    public CatalogCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return readiness.charm().name();
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        if (readiness.charm().readiness().style() != ReadinessStyle.NONE) {
            readiness.report(readiness.assess(context), context, out);
        }
        boolean gives = readiness.canGive(context);
        readiness.share(context, out, _ -> gives);
    }
}
