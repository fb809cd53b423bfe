package org.maquete.ceph.crush;

/**
 * An OSD as CRUSH knows it.
 *
 * @param id from 0
 * @param className its device class; empty when it has none
 */
public record Device(int id, String name, String className) {

    public Device {
        if (id < 0) {
            throw new IllegalArgumentException("device " + name + " id " + id);
        }
    }
}
