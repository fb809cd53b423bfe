package org.maquete.keystone;

import org.maquete.kernel.Registry;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** Applies Keystone's facts to its rows. */
final class IdentityFolds {

    private IdentityFolds() {}

    static void declare(Registry registry) {
        registry.fact(KeystoneBootstrapped.class, IdentityFolds::bootstrapped);
        registry.fact(DomainCreated.class, IdentityFolds::domain);
        registry.fact(ProjectCreated.class, IdentityFolds::project);
        registry.fact(UserCreated.class, IdentityFolds::user);
        registry.fact(RoleCreated.class, IdentityFolds::role);
        registry.fact(RoleAssigned.class, IdentityFolds::assigned);
        registry.fact(RoleRevoked.class, IdentityFolds::revoked);
        registry.fact(IdentityDeleted.class, IdentityFolds::deleted);
    }

    private static void bootstrapped(KeystoneBootstrapped fact, long timeNs, Edits edits) {
        int id = edits.world().table(KeystoneTables.KEYSTONES).nextId();
        edits.insert(
                KeystoneTables.KEYSTONES,
                new Keystone(id, fact.application(), fact.adminPassword(), fact.salt()));
    }

    private static void domain(DomainCreated fact, long timeNs, Edits edits) {
        int id = edits.world().table(KeystoneTables.DOMAINS).nextId();
        edits.insert(
                KeystoneTables.DOMAINS,
                new Domain(id, fact.uuid(), fact.name(), fact.description()));
    }

    private static void project(ProjectCreated fact, long timeNs, Edits edits) {
        int id = edits.world().table(KeystoneTables.PROJECTS).nextId();
        edits.insert(
                KeystoneTables.PROJECTS,
                new Project(id, fact.uuid(), fact.domain(), fact.name(), fact.description()));
    }

    private static void user(UserCreated fact, long timeNs, Edits edits) {
        int id = edits.world().table(KeystoneTables.USERS).nextId();
        edits.insert(
                KeystoneTables.USERS,
                new User(
                        id,
                        fact.uuid(),
                        fact.domain(),
                        fact.name(),
                        fact.password(),
                        fact.project(),
                        fact.description()));
    }

    private static void role(RoleCreated fact, long timeNs, Edits edits) {
        int id = edits.world().table(KeystoneTables.ROLES).nextId();
        edits.insert(KeystoneTables.ROLES, new Role(id, fact.uuid(), fact.name()));
    }

    private static void assigned(RoleAssigned fact, long timeNs, Edits edits) {
        int id = edits.world().table(KeystoneTables.ASSIGNMENTS).nextId();
        edits.insert(
                KeystoneTables.ASSIGNMENTS,
                new Assignment(id, fact.user(), fact.target(), fact.role()));
    }

    private static void revoked(RoleRevoked fact, long timeNs, Edits edits) {
        Table<Assignment> table = edits.world().table(KeystoneTables.ASSIGNMENTS);
        String key = fact.user() + " " + fact.target() + " " + fact.role();
        edits.remove(KeystoneTables.ASSIGNMENTS, table.idOf(key));
    }

    private static void deleted(IdentityDeleted fact, long timeNs, Edits edits) {
        String uuid = fact.uuid();
        for (Assignment each :
                edits.world()
                        .table(KeystoneTables.ASSIGNMENTS)
                        .where(a ->
                                a.user().equals(uuid)
                                        || a.target().equals(uuid)
                                        || a.role().equals(uuid))) {
            edits.remove(KeystoneTables.ASSIGNMENTS, each.id());
        }
        switch (fact.kind()) {
            case "domain" ->
                    edits.remove(
                            KeystoneTables.DOMAINS,
                            edits.world().table(KeystoneTables.DOMAINS).idOf(uuid));
            case "project" ->
                    edits.remove(
                            KeystoneTables.PROJECTS,
                            edits.world().table(KeystoneTables.PROJECTS).idOf(uuid));
            case "user" ->
                    edits.remove(
                            KeystoneTables.USERS,
                            edits.world().table(KeystoneTables.USERS).idOf(uuid));
            case "role" ->
                    edits.remove(
                            KeystoneTables.ROLES,
                            edits.world().table(KeystoneTables.ROLES).idOf(uuid));
            default ->
                    throw new IllegalArgumentException(
                            "expected a kind of identity, found " + fact);
        }
    }
}
