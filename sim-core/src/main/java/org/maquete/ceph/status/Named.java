package org.maquete.ceph.status;

/** A name and its value, where their order counts. */
public record Named(String name, String value) {}
