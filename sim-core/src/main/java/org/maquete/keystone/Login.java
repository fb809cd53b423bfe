package org.maquete.keystone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.Unit;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Cloud;
import org.maquete.keystone.client.Endpoint;
import org.maquete.keystone.client.Reach;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Namespace;
import org.maquete.world.World;

/**
 * The login of the client: it comes before the options of the command are looked at.
 *
 * <p>The order is that of osc-lib and keystoneauth: the address must be given, then the password;
 * the certificate file must be there; then the connection, the handshake, and last what Keystone
 * says. All texts are recorded.
 */
final class Login {

    // OpenSSL 3.0 and CPython 3.11 of Debian 12, in their words
    private static final String NO_CERTIFICATE =
            "SSLError(136, '[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found"
                    + " (_ssl.c:4123)')";
    private static final String NOT_TRUSTED =
            "SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify"
                    + " failed: unable to get local issuer certificate (_ssl.c:992)')";
    private static final String EXPIRED =
            "SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify"
                    + " failed: certificate has expired (_ssl.c:992)')";
    private static final String NO_TLS =
            "SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:992)')";
    private static final String UNAUTHORIZED =
            "The request you have made requires authentication. (HTTP 401) (Request-ID: %s)";

    private final Namespace global;
    private final Session session;
    private final World world;

    Login(Namespace global, Session session, World world) {
        this.global = global;
        this.session = session;
        this.world = world;
    }

    /** How it ended. */
    sealed interface Result {}

    /** Logged in. */
    record In(Cloud cloud) implements Result {}

    /** Not logged in, and these are the client's words. */
    record Refused(Rejected rejected) implements Result {}

    /** A way to log in that is not modelled. */
    record Unknown(String feature) implements Result {}

    /** An address in its parts. */
    private record Url(String text, boolean tls, String authority, String host, String path) {

        static Url of(String text) {
            boolean tls = text.toLowerCase(Locale.ROOT).startsWith("https:");
            int start = text.indexOf("//");
            String rest = start < 0 ? text : text.substring(start + 2);
            int slash = rest.indexOf('/');
            String authority = slash < 0 ? rest : rest.substring(0, slash);
            int colon = authority.lastIndexOf(':');
            String host = colon < 0 ? authority : authority.substring(0, colon);
            return new Url(text, tls, authority, host, slash < 0 ? "" : rest.substring(slash));
        }

        /** The address at which tokens are issued. */
        String tokens() {
            return tokensOf(text);
        }

        String tokensPath() {
            return tokensOf(path);
        }

        private static String tokensOf(String text) {
            String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            return (bare.endsWith("/v3") ? bare : bare + "/v3") + "/auth/tokens";
        }
    }

    /** The client looks at the version that it shall speak before it connects. */
    Result attempt() {
        String version = computeVersion();
        String wrong = version.isEmpty() ? "" : ComputeVersion.wrong(version);
        return wrong.isEmpty() ? logIn() : refused(wrong, Ref.NONE);
    }

    private String computeVersion() {
        return option("os_compute_api_version", "OS_COMPUTE_API_VERSION");
    }

    private int computeMinor() {
        return ComputeVersion.minor(computeVersion());
    }

    private Result logIn() {
        String type = option("auth_type", "OS_AUTH_TYPE");
        if (!option("cloud", "OS_CLOUD").isEmpty()) {
            return new Unknown("OS_CLOUD (clouds.yaml)");
        }
        if (!List.of("", "password", "v3password").contains(type)) {
            return new Unknown("OS_AUTH_TYPE=" + type);
        }
        String url = option("auth_url", "OS_AUTH_URL");
        if (url.isEmpty()) {
            return refused("Missing value auth-url required for auth plugin password", Ref.NONE);
        }
        if (option("password", "OS_PASSWORD").isEmpty()) {
            return refused(
                    "No password entered, or found via --os-password or OS_PASSWORD", Ref.NONE);
        }
        if (option("username", "OS_USERNAME").isEmpty()
                && option("user_id", "OS_USER_ID").isEmpty()) {
            return refused(
                    "Missing parameter(s): \nSet a username with --os-username, OS_USERNAME, or"
                            + " auth.username or set a user-id with --os-user-id, OS_USER_ID, or"
                            + " auth.user_id",
                    Ref.NONE);
        }
        return connect(Url.of(url));
    }

    private Result connect(Url url) {
        String file = option("cacert", "OS_CACERT");
        boolean checks = url.tls() && !global.flag("insecure");
        if (checks && !file.isEmpty() && session.file(file).isEmpty()) {
            return refused(
                    "Could not find a suitable TLS CA certificate bundle, invalid path: " + file,
                    new Ref("file", file));
        }
        if (url.host().isEmpty()) {
            String text =
                    "Unexpected exception for %s: Invalid URL '%s': No host supplied"
                            .formatted(url.tokens(), url.tokens());
            return refused(undiscovered(url) + text, new Ref("application", KeystoneView.CHARM));
        }
        Optional<Unit> unit = unit(url.host());
        String error = unit.isPresent() ? errorOf(unit.get()) : strangerError(url.host());
        if (!error.isEmpty()) {
            String text =
                    Reach.noConnection(url.tokens(), url.authority(), url.tokensPath(), error);
            Ref missed =
                    unit.map(u -> new Ref("unit", u.name()))
                            .orElse(new Ref("application", KeystoneView.CHARM));
            return refused(undiscovered(url) + text, missed);
        }
        return handshake(url, unit.orElseThrow(), checks ? file : "", checks);
    }

    private static String undiscovered(Url url) {
        return "Failed to discover available identity versions when contacting "
                + url.text()
                + ". Attempting to parse version from URL.\n";
    }

    private Result handshake(Url url, Unit unit, String file, boolean checks) {
        Optional<String> authority = Certificates.authority(world, unit);
        if (!url.tls()) {
            return authority.isPresent()
                    ? refused(undiscovered(url) + "Bad Request (HTTP 400)", Ref.NONE)
                    : authenticate();
        }
        String content = file.isEmpty() ? "" : session.file(file).orElse("");
        boolean empty = !file.isEmpty() && !content.contains("-----BEGIN CERTIFICATE-----");
        String error = "";
        if (checks && empty && !holds(content, authority)) {
            error = NO_CERTIFICATE;
        } else if (authority.isEmpty()) {
            error = NO_TLS;
        } else if (checks && !holds(content, authority)) {
            error = NOT_TRUSTED;
        } else if (checks && Certificates.isExpired(world, unit)) {
            error = EXPIRED;
        }
        if (error.isEmpty()) {
            return authenticate();
        }
        String text = Reach.noTrust(url.tokens(), url.authority(), url.tokensPath(), error);
        boolean noCertificate = error.equals(NO_CERTIFICATE);
        Ref missed = noCertificate ? new Ref("file", file) : new Ref("certificate", "root-ca");
        return refused(undiscovered(url) + text, missed);
    }

    private static boolean holds(String content, Optional<String> authority) {
        return authority.isPresent() && Certificates.contains(content, authority.get());
    }

    private Result authenticate() {
        Optional<Keystone> keystone = KeystoneView.keystone(world);
        long salt = keystone.map(Keystone::salt).orElse(0L);
        Cloud nobody = new Cloud("", "", "", false, "", salt, List.of());
        Optional<User> user = user();
        boolean right =
                user.isPresent() && user.get().password().equals(option("password", "OS_PASSWORD"));
        Optional<Project> project = project();
        if (!right || project.isEmpty() && !wantedProject().isEmpty()) {
            return refused(unauthorized(nobody), Ref.NONE);
        }
        String target = project.map(Project::uuid).orElse("");
        String own = user.orElseThrow().uuid();
        List<Assignment> roles =
                world.table(KeystoneTables.ASSIGNMENTS)
                        .where(a -> a.user().equals(own) && a.target().equals(target));
        if (!target.isEmpty() && roles.isEmpty()) {
            return refused(unauthorized(nobody), Ref.NONE);
        }
        return new In(
                new Cloud(
                        target,
                        project.map(Project::name).orElse(""),
                        own,
                        hasAdmin(roles),
                        option("region_name", "OS_REGION_NAME"),
                        salt,
                        Catalog.endpoints(world),
                        computeMinor()));
    }

    private String unauthorized(Cloud cloud) {
        String request = cloud.requestId(session.environment());
        return UNAUTHORIZED.formatted(request);
    }

    private boolean hasAdmin(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            Optional<Role> role = world.table(KeystoneTables.ROLES).find(assignment.role());
            if (role.isPresent() && role.get().name().equalsIgnoreCase("admin")) {
                return true;
            }
        }
        return false;
    }

    private Optional<User> user() {
        String name = option("username", "OS_USERNAME");
        String id = option("user_id", "OS_USER_ID");
        String domain = domain("user_domain");
        for (User user : world.table(KeystoneTables.USERS)) {
            boolean named =
                    id.isEmpty()
                            && user.name().equalsIgnoreCase(name)
                            && user.domain().equals(domain);
            if (named || user.uuid().equals(id)) {
                return Optional.of(user);
            }
        }
        return Optional.empty();
    }

    private String wantedProject() {
        return option("project_id", "OS_PROJECT_ID") + option("project_name", "OS_PROJECT_NAME");
    }

    private Optional<Project> project() {
        String name = option("project_name", "OS_PROJECT_NAME");
        String id = option("project_id", "OS_PROJECT_ID");
        String domain = domain("project_domain");
        for (Project project : world.table(KeystoneTables.PROJECTS)) {
            boolean named =
                    id.isEmpty()
                            && project.name().equalsIgnoreCase(name)
                            && project.domain().equals(domain);
            if (named || project.uuid().equals(id)) {
                return Optional.of(project);
            }
        }
        return Optional.empty();
    }

    /** The id of the user's or the project's domain; {@code default} when none is named. */
    private String domain(String what) {
        String variable = "OS_" + what.toUpperCase(Locale.ROOT);
        String id = option(what + "_id", variable + "_ID");
        String name = option(what + "_name", variable + "_NAME");
        if (!id.isEmpty()) {
            return id;
        }
        return name.isEmpty()
                ? "default"
                : KeystoneView.domain(world, name).map(Domain::uuid).orElse("");
    }

    private String option(String dest, String variable) {
        String given = global.has(dest) ? global.text(dest).orElse("") : "";
        return given.isEmpty() ? session.variable(variable) : given;
    }

    private Optional<Unit> unit(String host) {
        for (Unit unit : KeystoneView.units(world)) {
            if (unit.address().equals(host)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private String errorOf(Unit unit) {
        Endpoint.State state = Catalog.state(world, unit);
        return state == Endpoint.State.UP ? "" : Reach.error(state);
    }

    /** What a connection to somebody else meets. */
    private String strangerError(String host) {
        if (!host.matches("[0-9.]+")) {
            return "[Errno -2] Name or service not known";
        }
        for (Machine machine : world.table(JujuTables.MACHINES)) {
            if (machine.addresses().contains(host)) {
                return Reach.error(
                        HostView.isUp(world, machine.hostname())
                                ? Endpoint.State.REFUSED
                                : Endpoint.State.NO_ROUTE);
            }
        }
        boolean mine = host.startsWith("127.");
        return Reach.error(mine ? Endpoint.State.REFUSED : Endpoint.State.NO_ROUTE);
    }

    private static Result refused(String text, Ref missed) {
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return new Refused(
                new Rejected(new Refusal("login", "", last, missed), Answer.failed(1, text)));
    }
}
