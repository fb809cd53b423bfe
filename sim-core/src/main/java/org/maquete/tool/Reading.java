package org.maquete.tool;

import org.maquete.world.World;

/**
 * What a program has read in the words of a line. Immutable for all who look, and shared by runs on
 * several threads; it holds neither a session nor a world.
 */
@FunctionalInterface
public interface Reading {

    /** What the line is in this session (the openstack client now logs in). */
    Parsed parse(Session session, World world);

    /** A line that is the same whoever types it where. */
    static Reading of(Parsed parsed) {
        return (_, _) -> parsed;
    }
}
