package org.maquete.keystone.client;

/**
 * How much of something a project may have and has. Nothing is reserved here: a service decides one
 * request after the other.
 *
 * @param resource as the service names it: {@code cores}, {@code gigabytes}
 * @param limit -1: as much as it likes
 * @param inUse how much there is
 */
public record QuotaUsage(String resource, long limit, long inUse) {}
