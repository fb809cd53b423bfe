package org.maquete.guest;

import org.maquete.world.TableKey;

/** The rows about what runs inside servers. */
final class GuestTables {

    static final TableKey<Guest> GUESTS = TableKey.keyed("guest.guest");
    static final TableKey<GuestFile> FILES = TableKey.keyed("guest.file");
    static final TableKey<Daemon> DAEMONS = TableKey.keyed("guest.daemon");
    static final TableKey<Image> IMAGES = TableKey.keyed("guest.image");
    static final TableKey<Container> CONTAINERS = TableKey.keyed("guest.container");
    static final TableKey<Peer> PEERS = TableKey.keyed("guest.peer");
    static final TableKey<Mishap> MISHAPS = TableKey.dense("guest.mishap");

    private GuestTables() {}
}
