package org.maquete.juju.catalog;

import java.util.Optional;

/** What inference asks about a model. */
public interface ModelApplications {

    Optional<RelatableApplication> application(String name);

    /** The relation with this key, as {@link InferredRelation#key} makes it. */
    RelationPresence relation(String key);

    /** How many relations the endpoint of the application has now. */
    int relationCount(String application, String endpoint);
}
