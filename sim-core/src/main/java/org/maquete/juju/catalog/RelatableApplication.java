package org.maquete.juju.catalog;

/**
 * An application as inference sees it.
 *
 * @param base the base it was deployed on
 */
public record RelatableApplication(
        String name, CharmMetadata charm, OsRelease base, boolean isAlive) {}
