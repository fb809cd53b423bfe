package org.maquete.keystone;

import java.util.Optional;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.WorkloadStatusSet;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.OneByOne;
import org.maquete.world.World;

/** Decides about domains, projects, users and roles. */
final class IdentityHandler {

    // 16, characters: charm-keystone stable/yoga, keystone_utils.py pwgen(16)
    private static final int PASSWORD_CHARS = 16;
    private static final String LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private IdentityHandler() {}

    /** A unit of Keystone is active for the first time: the leader has filled the database. */
    static void statusSet(WorkloadStatusSet fact, World world, Outcome out) {
        String name = fact.unit().substring(0, fact.unit().indexOf('/'));
        if (!fact.current().equals("active") || KeystoneView.isBootstrapped(world)) {
            return;
        }
        Optional<Application> application = JujuView.application(world, fact.model(), name);
        if (application.isPresent() && application.get().charm().equals(KeystoneView.CHARM)) {
            bootstrap(world, application.get(), out);
        }
    }

    // Names: charm-keystone stable/yoga, keystone_utils.py and keystone/manager.py; the roles are
    // Keystone's own (bootstrap) under the names that the charm asks for.
    private static void bootstrap(World world, Application application, Outcome out) {
        String set = JujuView.config(world, application, "admin-password");
        boolean own = !set.isEmpty() && !set.equals("None");
        String password = own ? set : password(application.key(), out);
        long salt = out.draws(application.key(), "salt", 0).bits();
        out.fact(new KeystoneBootstrapped(application.key(), password, salt));
        String adminDomain = uuid("domain", "admin_domain", out);
        String serviceDomain = uuid("domain", "service_domain", out);
        out.fact(new DomainCreated("default", "Default", "The default domain"));
        out.fact(new DomainCreated(adminDomain, "admin_domain", "Created by Juju"));
        out.fact(new DomainCreated(serviceDomain, "service_domain", "Created by Juju"));
        String project = uuid("project", "admin_domain admin", out);
        String services = uuid("project", "service_domain services", out);
        out.fact(new ProjectCreated(project, adminDomain, "admin", "Created by Juju"));
        out.fact(new ProjectCreated(services, serviceDomain, "services", "Created by Juju"));
        String user = uuid("user", "admin_domain admin", out);
        out.fact(new UserCreated(user, adminDomain, "admin", password, project, ""));
        String admin = uuid("role", "Admin", out);
        out.fact(new RoleCreated(admin, "Admin"));
        out.fact(new RoleCreated(uuid("role", "Member", out), "Member"));
        out.fact(new RoleCreated(uuid("role", "reader", out), "reader"));
        out.fact(new RoleAssigned(user, project, admin));
        out.fact(new RoleAssigned(user, adminDomain, admin));
    }

    private static String password(String name, Outcome out) {
        var draws = out.draws(name, "admin-password", 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PASSWORD_CHARS; i++) {
            text.append(LETTERS.charAt(draws.below(LETTERS.length())));
        }
        return text.toString();
    }

    static void createDomain(CreateDomain command, World world, Outcome out) {
        if (KeystoneView.domains(world).stream()
                .anyMatch(d -> d.name().equalsIgnoreCase(command.name()))) {
            out.refuse(conflict("domain", command.name(), uuid("domain", command.name(), out)));
            return;
        }
        String uuid = uuid("domain", command.name(), out);
        out.fact(new DomainCreated(uuid, command.name(), command.description()));
        out.answer(Answer.of(uuid));
    }

    static void createProject(CreateProject command, World world, Outcome out) {
        String uuid = uuid("project", command.domain() + " " + command.name(), out);
        boolean taken =
                KeystoneView.projects(world).stream()
                        .anyMatch(p ->
                                p.domain().equals(command.domain())
                                        && p.name().equalsIgnoreCase(command.name()));
        if (taken) {
            out.refuse(conflict("project", command.name(), uuid));
            return;
        }
        out.fact(new ProjectCreated(uuid, command.domain(), command.name(), command.description()));
        out.answer(Answer.of(uuid));
    }

    static void createUser(CreateUser command, World world, Outcome out) {
        String uuid = uuid("user", command.domain() + " " + command.name(), out);
        boolean taken =
                KeystoneView.users(world).stream()
                        .anyMatch(u ->
                                u.domain().equals(command.domain())
                                        && u.name().equalsIgnoreCase(command.name()));
        if (taken) {
            out.refuse(conflictOfUser(command));
            return;
        }
        out.fact(
                new UserCreated(
                        uuid,
                        command.domain(),
                        command.name(),
                        command.password(),
                        command.project(),
                        command.description()));
        out.answer(Answer.of(uuid));
    }

    static void createRole(CreateRole command, World world, Outcome out) {
        if (KeystoneView.roles(world).stream()
                .anyMatch(r -> r.name().equalsIgnoreCase(command.name()))) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "Conflict occurred attempting to store role - Duplicate entry found"
                                    + " with name "
                                    + command.name()
                                    + "."));
            return;
        }
        String uuid = uuid("role", command.name(), out);
        out.fact(new RoleCreated(uuid, command.name()));
        out.answer(Answer.of(uuid));
    }

    static void assign(AssignRole command, World world, Outcome out) {
        String key = command.user() + " " + command.target() + " " + command.role();
        if (!world.table(KeystoneTables.ASSIGNMENTS).has(key)) {
            out.fact(new RoleAssigned(command.user(), command.target(), command.role()));
        }
    }

    static void revoke(RevokeRole command, World world, Outcome out) {
        String key = command.user() + " " + command.target() + " " + command.role();
        if (world.table(KeystoneTables.ASSIGNMENTS).has(key)) {
            out.fact(new RoleRevoked(command.user(), command.target(), command.role()));
        } else {
            out.refuse(
                    Refusal.of(
                            "404",
                            "Could not find role assignment with role: "
                                    + command.role()
                                    + ", user or group: "
                                    + command.user()
                                    + ", project, domain, or system: "
                                    + command.target()
                                    + "."));
        }
    }

    static void delete(DeleteIdentities command, World world, Outcome out) {
        String kind = command.kind();
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    if (!isThere(kind, uuid, world)) {
                        return Optional.of(missing(kind, uuid));
                    }
                    out.fact(new IdentityDeleted(kind, uuid));
                    return Optional.empty();
                });
    }

    private static boolean isThere(String kind, String uuid, World world) {
        return switch (kind) {
            case "domain" -> world.table(KeystoneTables.DOMAINS).has(uuid);
            case "project" -> world.table(KeystoneTables.PROJECTS).has(uuid);
            case "user" -> world.table(KeystoneTables.USERS).has(uuid);
            default -> world.table(KeystoneTables.ROLES).has(uuid);
        };
    }

    /** keystone yoga, exception.py, UserNotFound and its like. */
    private static Refusal missing(String kind, String uuid) {
        String text = "Could not find " + kind + ": " + uuid + ".";
        return Refusal.missing("404", text, kind, uuid);
    }

    private static Refusal conflict(String kind, String name, String uuid) {
        String where = kind.equals("project") ? " in the same domain" : "";
        return Refusal.of(
                "409",
                "Conflict occurred attempting to store "
                        + kind
                        + " - it is not permitted to have"
                        + " two "
                        + kind
                        + "s with either the same name or same id"
                        + where
                        + ": name is "
                        + name
                        + ", "
                        + kind
                        + " id "
                        + uuid
                        + ".");
    }

    private static Refusal conflictOfUser(CreateUser command) {
        return Refusal.of(
                "409",
                "Conflict occurred attempting to store user - Duplicate entry found with name "
                        + command.name()
                        + " at domain ID "
                        + command.domain()
                        + ".");
    }

    private static String uuid(String kind, String name, Outcome out) {
        return out.draws(name, kind, 0).hex(32);
    }
}
