package org.maquete.juju.bundle;

import org.maquete.kernel.Place;

/**
 * An offer of another model that a bundle consumes.
 *
 * @param defined whether it has a body
 */
public record BundleSaas(String name, Place place, boolean defined, String url) {}
