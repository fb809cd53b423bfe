package org.maquete.juju;

import org.maquete.world.Edits;
import org.maquete.world.Table;

/** What facts change about spaces. */
final class SpaceFolds {

    private SpaceFolds() {}

    static void saved(SpaceSaved fact, long timeNs, Edits edits) {
        Table<Space> spaces = edits.world().table(JujuTables.SPACES);
        String key = fact.model() + " " + fact.name();
        if (spaces.has(key)) {
            edits.change(JujuTables.SPACES, key, old -> space(old.id(), fact));
        } else {
            edits.insert(JujuTables.SPACES, space(spaces.nextId(), fact));
        }
    }

    private static Space space(int id, SpaceSaved fact) {
        return new Space(
                id, fact.model(), fact.number(), fact.name(), fact.providerId(), fact.subnets());
    }

    static void bound(EndpointsBound fact, long timeNs, Edits edits) {
        forget(fact.model(), fact.application(), edits);
        for (Binding binding : fact.bindings()) {
            edits.insert(
                    JujuTables.BOUND_ENDPOINTS,
                    new BoundEndpoint(
                            edits.world().table(JujuTables.BOUND_ENDPOINTS).nextId(),
                            fact.model(),
                            fact.application(),
                            binding.endpoint(),
                            binding.space()));
        }
    }

    /** The application is gone, or its bindings are written anew. */
    static void forget(String model, String application, Edits edits) {
        Table<BoundEndpoint> bound = edits.world().table(JujuTables.BOUND_ENDPOINTS);
        bound.where(one -> one.application().equals(application) && one.model().equals(model))
                .forEach(one -> edits.remove(JujuTables.BOUND_ENDPOINTS, one.id()));
    }
}
