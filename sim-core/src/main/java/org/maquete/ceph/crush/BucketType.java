package org.maquete.ceph.crush;

/**
 * A level of the tree.
 *
 * @param id 0 for devices
 */
public record BucketType(int id, String name) {}
