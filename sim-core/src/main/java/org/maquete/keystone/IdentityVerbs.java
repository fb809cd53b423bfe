package org.maquete.keystone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Command;
import org.maquete.kernel.Draws;
import org.maquete.kernel.SimTime;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Cloud;
import org.maquete.keystone.client.Deleting;
import org.maquete.keystone.client.Endpoint;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.keystone.client.Sheet;
import org.maquete.keystone.client.Showing;
import org.maquete.keystone.client.Stamp;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands of the openstack client that ask Keystone. */
final class IdentityVerbs {

    private static final Found.Names<Domain> DOMAINS =
            new Found.Names<>("domain", Domain::uuid, Domain::name);
    private static final Found.Names<User> USERS =
            new Found.Names<>("user", User::uuid, User::name);
    private static final Found.Names<Role> ROLES =
            new Found.Names<>("role", Role::uuid, Role::name);

    private IdentityVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("token issue", IdentityVerbs::token),
                make.verb("service list", IdentityVerbs::services),
                make.verb("endpoint list", IdentityVerbs::endpoints),
                make.verb("catalog list", IdentityVerbs::catalog),
                make.verb("domain list", IdentityVerbs::domains),
                make.verb(
                        "domain show", show(IdentityVerbs::domain, "domain", IdentityVerbs::sheet)),
                make.making(
                        "domain",
                        "domain create",
                        new Showing(
                                IdentityVerbs::createDomain,
                                (id, line, world) ->
                                        sheet(world.table(KeystoneTables.DOMAINS).get(id)))),
                make.verb("project list", IdentityVerbs::projects),
                make.verb(
                        "project show",
                        show(IdentityVerbs::project, "project", IdentityVerbs::sheet)),
                make.making(
                        "project",
                        "project create",
                        new Showing(
                                IdentityVerbs::createProject,
                                (id, line, world) ->
                                        sheet(world.table(KeystoneTables.PROJECTS).get(id)))),
                make.verb(
                        "project delete", delete(IdentityVerbs::project, "project", Project::uuid)),
                make.verb("user list", IdentityVerbs::users),
                make.verb("user show", show(IdentityVerbs::user, "user", IdentityVerbs::sheet)),
                make.making(
                        "user",
                        "user create",
                        new Showing(
                                IdentityVerbs::createUser,
                                (id, line, world) ->
                                        sheet(world.table(KeystoneTables.USERS).get(id)))),
                make.verb("user delete", delete(IdentityVerbs::user, "user", User::uuid)),
                make.verb("role list", IdentityVerbs::roles),
                make.making(
                        "role",
                        "role create",
                        new Showing(
                                IdentityVerbs::createRole,
                                (id, line, world) ->
                                        sheet(world.table(KeystoneTables.ROLES).get(id)))),
                make.verb("role delete", delete(IdentityVerbs::role, "role", Role::uuid)),
                make.verb("role add", IdentityVerbs::addRole),
                make.verb("role remove", IdentityVerbs::removeRole),
                make.verb("role assignment list", IdentityVerbs::assignments));
    }

    /** How a command finds what its argument names. */
    private interface Finder<T> {
        Found<T> find(String wanted, Line line, World world);
    }

    private interface Drawn<T> {
        Sheet of(T row);
    }

    private interface Id<T> {
        String of(T row);
    }

    private static <T> Call show(Finder<T> finder, String dest, Drawn<T> drawn) {
        return (line, session, world) -> {
            Found<T> found = finder.find(line.text(dest), line, world);
            return found.isThere()
                    ? new Deed.Say(line.show(drawn.of(found.get())))
                    : found.reject(line);
        };
    }

    private static <T> Call delete(Finder<T> finder, String kind, Id<T> id) {
        return new Deleting(
                kind,
                kind.equals("domain") ? kind : kind + "s",
                (wanted, line, world) -> finder.find(wanted, line, world).map(id::of),
                (ids, _) -> new DeleteIdentities(kind, ids),
                Deleting.Form.novaclient());
    }

    private static Found<Domain> domain(String wanted, Line line, World world) {
        return Found.among(
                KeystoneView.domains(world), DOMAINS, wanted, new Found.OscLib("domain"));
    }

    private static Found<Role> role(String wanted, Line line, World world) {
        return Found.among(
                KeystoneView.roles(world),
                ROLES,
                roleName(wanted, world),
                new Found.OscLib("role"));
    }

    private static Found<Project> project(String wanted, Line line, World world) {
        return KeystoneView.findProject(world, wanted, within(line, line.given("domain"), world));
    }

    private static Found<User> user(String wanted, Line line, World world) {
        Optional<String> domain = within(line, line.given("domain"), world);
        List<User> rows =
                KeystoneView.users(world).stream()
                        .filter(u -> domain.isEmpty() || u.domain().equals(domain.get()))
                        .toList();
        return Found.among(rows, USERS, wanted, new Found.OscLib("user"));
    }

    private static Optional<String> within(Line line, Optional<String> wanted, World world) {
        return wanted.map(w -> domain(w, line, world).row().map(Domain::uuid).orElse(w));
    }

    // ---- queries

    private static Deed token(Line line, Session session, World world) {
        Cloud cloud = line.cloud();
        String id =
                "gAAAAAB" + Draws.of(cloud.salt(), "keystone", cloud.user(), "token", 0).hex(160);
        return new Deed.Say(
                line.show(
                        new Sheet()
                                .text("expires", Stamp.offset(session.nowNs() + SimTime.HOUR))
                                .text("id", id)
                                .text("project_id", cloud.project())
                                .text("user_id", cloud.user())));
    }

    private static Deed services(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Catalog.Entry entry : Catalog.entries(world)) {
            Endpoint at = entry.endpoint();
            rows.add(List.of(Cell.of(entry.uuid()), Cell.of(at.name()), Cell.of(at.type())));
        }
        return new Deed.Say(line.list(List.of("ID", "Name", "Type"), rows));
    }

    private static Deed endpoints(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String face : List.of("admin", "internal", "public")) {
            for (Catalog.Entry entry : Catalog.entries(world)) {
                Endpoint at = entry.endpoint();
                long salt = line.cloud().salt();
                String name = entry.endpointUuid() + face;
                String id = Draws.of(salt, "keystone", name, "endpoint", 0).hex(32);
                rows.add(
                        List.of(
                                Cell.of(id),
                                Cell.of(at.region()),
                                Cell.of(at.name()),
                                Cell.of(at.type()),
                                Cell.of(true),
                                Cell.of(face),
                                Cell.of(address(at, face))));
            }
        }
        rows.sort((a, b) -> a.getFirst().human().compareTo(b.getFirst().human()));
        List<String> columns =
                List.of(
                        "ID",
                        "Region",
                        "Service Name",
                        "Service Type",
                        "Enabled",
                        "Interface",
                        "URL");
        return new Deed.Say(line.list(columns, rows));
    }

    private static String address(Endpoint at, String face) {
        boolean moved = at.type().equals("identity") && face.equals("admin");
        // 35357, port: charm-keystone stable/yoga, option admin-port
        return moved ? at.url().replace(":5000", ":35357") : at.url();
    }

    private static Deed catalog(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Endpoint at : line.cloud().endpoints()) {
            StringBuilder text = new StringBuilder();
            for (String face : List.of("public", "internal", "admin")) {
                String url = address(at, face).replace("%(tenant_id)s", line.cloud().project());
                text.append(at.region()).append("\n  ").append(face).append(": ");
                text.append(url).append('\n');
            }
            Cell cell = Cell.of(text.toString());
            rows.add(List.of(Cell.of(at.name()), Cell.of(at.type()), cell));
        }
        return new Deed.Say(line.list(List.of("Name", "Type", "Endpoints"), rows));
    }

    private static Deed domains(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Domain d : KeystoneView.domains(world)) {
            rows.add(
                    List.of(
                            Cell.of(d.uuid()),
                            Cell.of(d.name()),
                            Cell.of(true),
                            Cell.of(d.description())));
        }
        return new Deed.Say(line.list(List.of("ID", "Name", "Enabled", "Description"), rows));
    }

    private static Deed projects(Line line, Session session, World world) {
        Optional<String> domain = within(line, line.given("domain"), world);
        List<List<Cell>> rows = new ArrayList<>();
        for (Project p : KeystoneView.projects(world)) {
            if (domain.isEmpty() || p.domain().equals(domain.get())) {
                rows.add(List.of(Cell.of(p.uuid()), Cell.of(p.name())));
            }
        }
        return new Deed.Say(line.list(List.of("ID", "Name"), rows));
    }

    private static Deed users(Line line, Session session, World world) {
        Optional<String> domain = within(line, line.given("domain"), world);
        List<List<Cell>> rows = new ArrayList<>();
        for (User u : KeystoneView.users(world)) {
            if (domain.isEmpty() || u.domain().equals(domain.get())) {
                rows.add(List.of(Cell.of(u.uuid()), Cell.of(u.name())));
            }
        }
        return new Deed.Say(line.list(List.of("ID", "Name"), rows));
    }

    private static Deed roles(Line line, Session session, World world) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Role r : KeystoneView.roles(world)) {
            rows.add(List.of(Cell.of(r.uuid()), Cell.of(r.name())));
        }
        return new Deed.Say(line.list(List.of("ID", "Name"), rows));
    }

    private static Deed assignments(Line line, Session session, World world) {
        boolean names = line.flag("names");
        List<List<Cell>> rows = new ArrayList<>();
        for (Assignment a : KeystoneView.assignments(world)) {
            Optional<Project> project = KeystoneView.project(world, a.target());
            String role = names ? world.table(KeystoneTables.ROLES).get(a.role()).name() : a.role();
            User user = world.table(KeystoneTables.USERS).get(a.user());
            String who = names ? user.name() + "@" + domainName(user.domain(), world) : a.user();
            String where =
                    names
                            ? project.map(p -> p.name() + "@" + domainName(p.domain(), world))
                                    .orElse("")
                            : project.map(Project::uuid).orElse("");
            String domain =
                    project.isPresent() ? "" : names ? domainName(a.target(), world) : a.target();
            rows.add(
                    List.of(
                            Cell.of(role),
                            Cell.of(who),
                            Cell.of(""),
                            Cell.of(where),
                            Cell.of(domain),
                            Cell.of(""),
                            Cell.of(false)));
        }
        List<String> columns =
                List.of("Role", "User", "Group", "Project", "Domain", "System", "Inherited");
        return new Deed.Say(line.list(columns, rows));
    }

    private static String domainName(String uuid, World world) {
        return KeystoneView.domain(world, uuid).map(Domain::name).orElse(uuid);
    }

    // ---- what a table shows

    private static Sheet sheet(Domain d) {
        return new Sheet()
                .text("description", d.description())
                .flag("enabled", true)
                .text("id", d.uuid())
                .text("name", d.name())
                .bareDict("options")
                .bareList("tags");
    }

    private static Sheet sheet(Project p) {
        return new Sheet()
                .text("description", p.description())
                .text("domain_id", p.domain())
                .flag("enabled", true)
                .text("id", p.uuid())
                .flag("is_domain", false)
                .text("name", p.name())
                .bareDict("options")
                .text("parent_id", p.domain())
                .bareList("tags");
    }

    private static Sheet sheet(User u) {
        Sheet sheet = new Sheet();
        if (!u.project().isEmpty()) {
            sheet.text("default_project_id", u.project());
        }
        if (!u.description().isEmpty()) {
            sheet.text("description", u.description());
        }
        return sheet.text("domain_id", u.domain())
                .flag("enabled", true)
                .text("id", u.uuid())
                .text("name", u.name())
                .bareDict("options")
                .none("password_expires_at");
    }

    private static Sheet sheet(Role r) {
        return new Sheet()
                .none("description")
                .none("domain_id")
                .text("id", r.uuid())
                .text("name", r.name())
                .bareDict("options");
    }

    // ---- what changes something

    private static Deed createDomain(Line line, Session session, World world) {
        return new Deed.Ask(new CreateDomain(line.text("name"), line.text("description")));
    }

    private static Deed createProject(Line line, Session session, World world) {
        String wanted = line.given("domain").orElse("default");
        Found<Domain> domain = domain(wanted, line, world);
        if (!domain.isThere()) {
            return domain.reject(line);
        }
        return new Deed.Ask(
                new CreateProject(
                        domain.get().uuid(), line.text("name"), line.text("description")));
    }

    private static Deed createUser(Line line, Session session, World world) {
        Found<Domain> domain = domain(line.given("domain").orElse("default"), line, world);
        if (!domain.isThere()) {
            return domain.reject(line);
        }
        String project = "";
        if (line.given("project").isPresent()) {
            Found<Project> found = projectOf(line, world);
            if (!found.isThere()) {
                return found.reject(line);
            }
            project = found.get().uuid();
        }
        return new Deed.Ask(
                new CreateUser(
                        domain.get().uuid(),
                        line.text("name"),
                        line.text("password"),
                        project,
                        line.text("description")));
    }

    private static Found<Project> projectOf(Line line, World world) {
        return KeystoneView.findProject(
                world, line.text("project"), within(line, line.given("project_domain"), world));
    }

    private static Deed createRole(Line line, Session session, World world) {
        return new Deed.Ask(new CreateRole(line.text("name")));
    }

    private static Deed addRole(Line line, Session session, World world) {
        return role(line, world, AssignRole::new);
    }

    private static Deed removeRole(Line line, Session session, World world) {
        return role(line, world, RevokeRole::new);
    }

    private interface OnRole {
        Command make(String user, String target, String role);
    }

    private static Deed role(Line line, World world, OnRole onRole) {
        Found<Role> role = role(line.text("role"), line, world);
        if (!role.isThere()) {
            return role.reject(line);
        }
        if (line.given("user").isEmpty()
                || (line.given("project").isEmpty() && line.given("domain").isEmpty())) {
            return new Deed.NotModelled("openstack role add without --user and --project");
        }
        Optional<String> domain = within(line, line.given("user_domain"), world);
        List<User> users =
                KeystoneView.users(world).stream()
                        .filter(u -> domain.isEmpty() || u.domain().equals(domain.get()))
                        .toList();
        Found<User> user = Found.among(users, USERS, line.text("user"), new Found.OscLib("user"));
        if (!user.isThere()) {
            return user.reject(line);
        }
        if (line.given("project").isEmpty()) {
            Found<Domain> target = domain(line.text("domain"), line, world);
            return target.isThere()
                    ? ask(onRole, user.get(), target.get().uuid(), role.get())
                    : target.reject(line);
        }
        Found<Project> target = projectOf(line, world);
        return target.isThere()
                ? ask(onRole, user.get(), target.get().uuid(), role.get())
                : target.reject(line);
    }

    /** Keystone's database does not tell Member from member. */
    private static String roleName(String wanted, World world) {
        return KeystoneView.roles(world).stream()
                .map(Role::name)
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElse(wanted);
    }

    private static Deed ask(OnRole onRole, User user, String target, Role role) {
        return new Deed.Ask(onRole.make(user.uuid(), target, role.uuid()));
    }
}
