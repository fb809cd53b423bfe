package org.maquete.vault;

import java.util.List;
import org.maquete.finding.Cure;
import org.maquete.finding.Rule;
import org.maquete.finding.Words;
import org.maquete.juju.BlockedUnits;
import org.maquete.juju.PlanLines;

/** Vault waits for a person: one rule for each step that the plan leaves out. */
final class VaultRules {

    static final Words WHY_SEALED =
            new Words(
                    "Vault starts sealed after init and after each restart; it answers nothing"
                            + " until the threshold of unseal keys is given, and every application"
                            + " that asks for a certificate waits.",
                    "O Vault fica selado depois do init e a cada reinício; não responde nada até"
                            + " receber as chaves necessárias, e toda aplicação que pede"
                            + " certificado espera.");
    static final Words WHY_NOT_INITIALIZED =
            new Words(
                    "Nobody has run `vault operator init`: there are no keys and no"
                            + " root token yet.",
                    "Ninguém executou `vault operator init`: ainda não há chaves nem root token.");
    static final Words WHY_NOT_AUTHORIZED =
            new Words(
                    "The charm has no access of its own to Vault, so it can issue no certificates.",
                    "O charm não tem acesso próprio ao Vault, por isso não emite certificados.");
    static final Words WHY_NO_CA =
            new Words(
                    "Vault has no root certificate, so it signs nothing: the network charms stay at"
                            + " `'certificates' awaiting server certificate data`.",
                    "O Vault não tem certificado raiz, por isso não assina nada: os charms de rede"
                            + " ficam em `'certificates' awaiting server certificate data`.");

    // 5 and 3: vault 1.8 operator init, its defaults; the cures below use the same
    private static final String[] KEYS = {
        "vault operator unseal <unseal-key-1>",
        "vault operator unseal <unseal-key-2>",
        "vault operator unseal <unseal-key-3>"
    };

    private VaultRules() {}

    static List<Rule> all() {
        return List.of(
                new BlockedUnits(
                        "vault.not-initialised",
                        "vault",
                        VaultCharm.NOT_INITIALIZED::equals,
                        WHY_NOT_INITIALIZED,
                        (run, unit) -> PlanLines.deploy(run, unit),
                        "operator init",
                        Cure.after(
                                new Words(
                                        "Initialise, unseal, authorise, make an authority.",
                                        "Inicialize, abra, autorize, crie a autoridade."),
                                VaultCures.all(
                                        new String[] {
                                            VaultCures.address("<vault-ip>"), VaultCures.INIT
                                        },
                                        KEYS,
                                        VaultCures.authorize(),
                                        new String[] {VaultCures.ROOT_CA}))),
                new BlockedUnits(
                        "vault.sealed",
                        "vault",
                        VaultCharm.SEALED::equals,
                        WHY_SEALED,
                        (run, unit) -> PlanLines.last(run, unit, VaultRules::unseals),
                        "operator unseal",
                        Cure.after(new Words("Give three keys.", "Informe três chaves."), KEYS)),
                new BlockedUnits(
                        "vault.not-authorised",
                        "vault",
                        VaultCharm.NOT_AUTHORIZED::equals,
                        WHY_NOT_AUTHORIZED,
                        (run, unit) -> PlanLines.last(run, unit, VaultRules::isVault),
                        "authorize-charm",
                        Cure.after(
                                new Words("Authorise the charm.", "Autorize o charm."),
                                VaultCures.authorize())),
                new BlockedUnits(
                        "vault.no-ca",
                        "vault",
                        VaultCharm.NO_CA::equals,
                        WHY_NO_CA,
                        (run, unit) ->
                                PlanLines.last(
                                        run, unit, words -> words.contains("authorize-charm")),
                        "generate-root-ca",
                        Cure.after(
                                new Words("Make a root certificate.", "Crie o certificado raiz."),
                                VaultCures.ROOT_CA)));
    }

    private static boolean isVault(List<String> words) {
        return words.getFirst().equals("vault") && !words.contains("status");
    }

    private static boolean unseals(List<String> words) {
        return isVault(words) && (words.contains("init") || words.contains("unseal"));
    }
}
