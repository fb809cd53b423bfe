package org.maquete.vault;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.Cure;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.finding.TypedLine;
import org.maquete.finding.Words;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * What the refusals of Vault mean, those of its client and those that its charm's actions pass on.
 */
final class VaultRemedy implements Remedy {

    @Override
    public Optional<Diagnosis> diagnose(TypedLine line, Refusal refusal, World world) {
        boolean ofClient = line.startsWith("vault") || line.startsWith("sudo vault");
        boolean ofAction =
                line.words().contains("authorize-charm")
                        || line.words().contains("generate-root-ca");
        List<VaultServer> servers = VaultView.servers(world);
        if ((!ofClient && !ofAction) || servers.isEmpty()) {
            return Optional.empty();
        }
        VaultServer server = servers.getFirst();
        if (refusal.code().equals("connection")) {
            return Optional.of(address(server, world));
        }
        String message = refusal.message();
        if (message.contains("Vault is sealed") || message.contains("not initialized")) {
            return Optional.of(server.initialized() ? sealed(server) : notInitialized(server));
        }
        if (message.contains("permission denied") || message.contains("missing client token")) {
            return Optional.of(token(ofAction));
        }
        if (message.contains("Cannot initialise local client")) {
            return Optional.of(notAuthorized());
        }
        return message.contains("already initialized") || message.contains("already configured")
                ? Optional.of(twice())
                : badKey(message);
    }

    private static Diagnosis address(VaultServer server, World world) {
        String address = VaultView.address(world, server);
        // A warning: whoever noted the address may have been given it by DHCP in the real lab.
        return warning(
                "vault.address",
                new Words(
                        "Vault does not listen there: "
                                + server.unit()
                                + " has the address "
                                + address
                                + ", which DHCP chose.",
                        "O Vault não escuta nesse endereço: "
                                + server.unit()
                                + " tem o endereço "
                                + address
                                + ", escolhido pelo DHCP."),
                Cure.before(
                        new Words(
                                "Take the address from `juju status vault`.",
                                "Use o endereço que `juju status vault` mostra."),
                        VaultCures.address(address)));
    }

    private static Diagnosis sealed(VaultServer server) {
        return error(
                "vault.sealed",
                VaultRules.WHY_SEALED,
                Cure.before(
                        new Words(
                                "Give " + server.threshold() + " of the keys that init has shown.",
                                "Informe "
                                        + server.threshold()
                                        + " das chaves que o init mostrou."),
                        VaultCures.unseal(server)));
    }

    private static Diagnosis notInitialized(VaultServer server) {
        return error(
                "vault.not-initialised",
                VaultRules.WHY_NOT_INITIALIZED,
                Cure.before(
                        new Words("Initialise and unseal it.", "Inicialize e abra o Vault."),
                        VaultCures.all(new String[] {VaultCures.INIT}, VaultCures.unseal(server))));
    }

    private static Diagnosis token(boolean ofAction) {
        Words cause =
                new Words(
                        "Vault does not know this token, or its time is over: one made with"
                                + " -ttl=10m lives for ten minutes.",
                        "O Vault não conhece este token, ou o prazo dele acabou: um token criado"
                                + " com -ttl=10m vale dez minutos.");
        Words how = new Words("Make a new token.", "Crie um token novo.");
        return error(
                "vault.token",
                cause,
                ofAction
                        ? Cure.instead(how, VaultCures.authorize())
                        : Cure.before(how, VaultCures.ROOT_TOKEN));
    }

    private static Diagnosis notAuthorized() {
        return error(
                "vault.not-authorised",
                VaultRules.WHY_NOT_AUTHORIZED,
                Cure.before(
                        new Words("Authorise the charm.", "Autorize o charm."),
                        VaultCures.authorize()));
    }

    private static Diagnosis twice() {
        Words cause = new Words("This was done before.", "Isso já foi feito antes.");
        Cure leaveOut = Cure.instead(new Words("Leave the line out.", "Remova a linha."));
        return new Diagnosis("vault.already-done", Severity.WARNING, cause, List.of(leaveOut));
    }

    private static Optional<Diagnosis> badKey(String message) {
        boolean aboutKey = message.contains("key");
        return aboutKey
                ? Optional.of(
                        error(
                                "vault.bad-key",
                                new Words(
                                        "This is not a key that `vault operator init` has shown.",
                                        "Esta não é uma chave que o `vault operator init`"
                                                + " mostrou."),
                                Cure.instead(
                                        new Words("Give a real key.", "Informe uma chave real."),
                                        "vault operator unseal <unseal-key>")))
                : Optional.empty();
    }

    private static Diagnosis warning(String rule, Words cause, Cure cure) {
        return new Diagnosis(rule, Severity.WARNING, cause, List.of(cure));
    }

    private static Diagnosis error(String rule, Words cause, Cure cure) {
        return new Diagnosis(rule, Severity.ERROR, cause, List.of(cure));
    }
}
