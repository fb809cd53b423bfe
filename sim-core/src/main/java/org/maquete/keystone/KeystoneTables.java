package org.maquete.keystone;

import org.maquete.world.TableKey;

/** Keystone's tables. */
final class KeystoneTables {

    static final TableKey<Keystone> KEYSTONES = TableKey.keyed("keystone.keystone");
    static final TableKey<Domain> DOMAINS = TableKey.keyed("keystone.domain");
    static final TableKey<Project> PROJECTS = TableKey.keyed("keystone.project");
    static final TableKey<User> USERS = TableKey.keyed("keystone.user");
    static final TableKey<Role> ROLES = TableKey.keyed("keystone.role");
    static final TableKey<Assignment> ASSIGNMENTS = TableKey.keyed("keystone.assignment");

    private KeystoneTables() {}
}
