package org.maquete.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Draws;

/**
 * vault: the charm starts the service and then waits for a person, step by step: initialise,
 * unseal, authorise, make an authority. Its checks are in the order of the charm's {@code
 * _assess_status}.
 */
final class VaultCharm implements Charm {

    static final String NOT_RUNNING = "Vault service not running";
    static final String NOT_INITIALIZED = "Vault needs to be initialized";
    static final String SEALED = "Unit is sealed";
    static final String NOT_AUTHORIZED =
            "Vault charm not yet authorized: run authorize-charm action.";
    static final String NO_CA = "Missing CA cert";

    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // 17 lines of 64 characters: GUESS, the size of a root certificate with a 2048-bit RSA key
    private static final int PEM_LINES = 17;
    private static final int PEM_LINE_CHARS = 64;

    private final CharmReadiness readiness;

    VaultCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        VaultServer server = installed(context, out);
        if (server.authorized()
                && !server.sealed()
                && server.rootCa().isEmpty()
                && context.config("auto-generate-root-ca-cert").equals("true")) {
            String pem = pem(context);
            out.command(new GenerateRootCa(server.key(), pem));
            server = server.withRootCa(pem);
        }
        settle(server, context, out);
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        Optional<VaultServer> server = VaultView.server(context.world(), context.unit());
        if (server.isEmpty()) {
            out.failAction("requests.exceptions.ConnectionError: Connection refused");
            return;
        }
        switch (action) {
            case "authorize-charm" -> authorize(parameters, server.get(), context, out);
            case "generate-root-ca" -> generateRootCa(server.get(), context, out);
            case "get-root-ca" -> {
                if (!server.get().rootCa().isEmpty()) {
                    out.result("output", server.get().rootCa());
                }
            }
            case "reissue-certificates" -> {
                if (server.get().issuesCertificates()) {
                    Authority.sign(server.get(), context, true, out);
                }
            }
            case "restart" -> out.command(new RestartVault(server.get().key()));
            default -> out.failAction("action \"" + action + "\" is not modelled");
        }
    }

    private void authorize(
            Map<String, String> parameters,
            VaultServer server,
            HookContext context,
            HookOutcome out) {
        String token = parameters.getOrDefault("token", "");
        if (!context.unit().leader()) {
            out.failAction("Please run action on lead unit");
        } else if (server.sealed()) {
            out.failAction("hvac.exceptions.VaultDown: Vault is sealed");
        } else if (!VaultView.isValid(context.world(), server, token, context.now())) {
            out.failAction("hvac.exceptions.Forbidden: permission denied");
        } else {
            out.command(new AuthorizeCharm(server.key()));
            settle(server.withAuthorized(), context, out);
        }
    }

    private void generateRootCa(VaultServer server, HookContext context, HookOutcome out) {
        if (!context.unit().leader()) {
            out.failAction("Please run action on lead unit");
        } else if (!server.authorized()) {
            out.failAction("Vault is not ready (Cannot initialise local client)");
        } else if (server.sealed()) {
            out.failAction("hvac.exceptions.VaultDown: Vault is sealed");
        } else if (!server.rootCa().isEmpty()) {
            out.failAction("PKI CA already configured");
        } else {
            String pem = pem(context);
            out.command(new GenerateRootCa(server.key(), pem));
            out.result("output", pem);
            settle(server.withRootCa(pem), context, out);
        }
    }

    /** The unit's service, which is started when there is none. */
    private VaultServer installed(HookContext context, HookOutcome out) {
        String storage = context.relations("shared-db").isEmpty() ? "raft" : "mysql";
        String model = context.unit().model();
        String unit = context.unit().name();
        String version = readiness.charm().version();
        Optional<VaultServer> server = VaultView.server(context.world(), context.unit());
        boolean right =
                server.map(one -> one.initialized() || one.storage().equals(storage)).orElse(false);
        if (!right) {
            out.command(new InstallVault(model, unit, storage, version));
        }
        return server.orElseGet(() ->
                new VaultServer(
                        0, model, unit, storage, version, false, true, 0, List.of(), List.of(), "",
                        0, false, ""));
    }

    private void settle(VaultServer server, HookContext context, HookOutcome out) {
        readiness.report(assess(server, context), context, out);
        boolean open = server.authorized() && !server.sealed();
        readiness.share(
                context,
                out,
                endpoint -> endpoint.equals("certificates") ? server.issuesCertificates() : open);
        // the reactive handlers of the charm: the leader signs, who is alone also without a lease
        boolean signs =
                context.unit().leader() || VaultView.peers(context.world(), server).isEmpty();
        if (signs && server.issuesCertificates()) {
            Authority.sign(server, context, false, out);
        }
    }

    private static Assessment assess(VaultServer server, HookContext context) {
        if (VaultView.isStopped(context.world(), context.unit())) {
            return Assessment.blocked(NOT_RUNNING);
        }
        if (!server.initialized()) {
            return Assessment.blocked(NOT_INITIALIZED);
        }
        if (server.sealed()) {
            return Assessment.blocked(SEALED);
        }
        if (!server.authorized()) {
            return Assessment.blocked(NOT_AUTHORIZED);
        }
        if (server.rootCa().isEmpty() && !context.relations("certificates").isEmpty()) {
            return Assessment.blocked(NO_CA);
        }
        boolean locked =
                !context.unit().machine().contains("/lxd/")
                        && !context.config("disable-mlock").equals("true");
        return Assessment.active(
                "Unit is ready (active: "
                        + VaultView.isActive(context.world(), server)
                        + ", mlock: "
                        + (locked ? "enabled" : "disabled")
                        + ")");
    }

    private static String pem(HookContext context) {
        Draws draws = context.draws("root ca", 0);
        StringBuilder text = new StringBuilder("-----BEGIN CERTIFICATE-----\n");
        for (int i = 0; i < PEM_LINES * PEM_LINE_CHARS; i++) {
            text.append(BASE64.charAt(draws.below(BASE64.length())));
            text.append((i + 1) % PEM_LINE_CHARS == 0 ? "\n" : "");
        }
        return text.append("-----END CERTIFICATE-----").toString();
    }
}
