package org.maquete.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.maquete.host.HostDied;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Charm;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.world.Edits;

/** The secrets of the cloud: services, tokens, the client and the charm. */
public final class VaultSubsystem implements Subsystem {

    private final CharmCatalog catalog;

    /** Takes the charm's metadata from this catalogue. */
    public VaultSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "vault";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(new VaultCharm(catalog.find("vault").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(VaultView.SERVERS, VaultView.TOKENS, VaultView.LOGIN);
        registry.tables(VaultView.CERTIFICATES);
        commands(registry);
        facts(registry);
        registry.event(CertificateExpiryDue.class, Authority::expiryDue);
        registry.react(VaultInstalled.class, Storage::installed);
        registry.react(HostDied.class, VaultProcess::hostDied);
        registry.react(ServiceDied.class, VaultProcess::stopped);
        registry.react(ServiceStarted.class, VaultProcess::started);
        registry.resume(Authority::resume);
        charms().forEach(registry::contribute);
        registry.contribute(new VaultProgram());
        VaultVerbs.all().forEach(registry::contribute);
        registry.contribute(new VaultSupplier());
        registry.contribute(new VaultRemedy());
        VaultRules.all().forEach(registry::contribute);
    }

    private static void commands(Registry registry) {
        registry.command(InstallVault.class, VaultHandler::install);
        registry.command(InitializeVault.class, VaultHandler::initialize);
        registry.command(UnsealVault.class, VaultHandler::unseal);
        registry.command(SealVault.class, VaultHandler::seal);
        registry.command(CreateToken.class, VaultHandler::createToken);
        registry.command(LogIn.class, VaultHandler::logIn);
        registry.command(RestartVault.class, VaultHandler::restart);
        registry.command(AuthorizeCharm.class, VaultHandler::authorize);
        registry.command(GenerateRootCa.class, VaultHandler::generateRootCa);
        registry.command(IssueCertificates.class, Authority::issue);
    }

    private static void facts(Registry registry) {
        registry.fact(VaultInstalled.class, (fact, _, edits) -> installed(fact, edits));
        registry.fact(
                VaultJoined.class,
                (fact, _, edits) -> {
                    VaultServer from = edits.world().table(VaultView.SERVERS).get(fact.from());
                    change(edits, fact.server(), one -> one.joined(from));
                });
        registry.fact(VaultInitialized.class, (fact, _, edits) -> initialized(fact, edits));
        registry.fact(
                UnsealKeyGiven.class,
                (fact, _, edits) ->
                        change(
                                edits,
                                fact.server(),
                                one -> {
                                    List<String> given = new ArrayList<>(one.given());
                                    given.add(fact.key());
                                    return one.withGiven(given);
                                }));
        registry.fact(
                UnsealFailed.class,
                (fact, _, edits) -> change(edits, fact.server(), one -> one.withGiven(List.of())));
        registry.fact(
                VaultUnsealed.class,
                (fact, _, edits) -> change(edits, fact.server(), VaultServer::opened));
        registry.fact(
                VaultSealed.class,
                (fact, _, edits) -> change(edits, fact.server(), VaultServer::closed));
        registry.fact(
                StorageConfigured.class,
                (fact, _, edits) ->
                        change(edits, fact.server(), one -> one.withStorage(fact.storage())));
        registry.fact(
                CharmAuthorized.class,
                (fact, _, edits) -> change(edits, fact.server(), VaultServer::withAuthorized));
        registry.fact(
                RootCaGenerated.class,
                (fact, _, edits) ->
                        change(edits, fact.server(), one -> one.withRootCa(fact.pem())));
        registry.fact(
                TokenCreated.class,
                (fact, _, edits) ->
                        token(
                                edits,
                                fact.server(),
                                fact.token(),
                                fact.accessor(),
                                fact.expiresNs()));
        registry.fact(CertificateIssued.class, Authority::issued);
        registry.fact(CertificateExpired.class, Authority::expired);
        registry.fact(LoggedIn.class, (fact, _, edits) -> loggedIn(fact, edits));
    }

    private static void installed(VaultInstalled fact, Edits edits) {
        int id = edits.world().table(VaultView.SERVERS).nextId();
        edits.insert(
                VaultView.SERVERS,
                new VaultServer(
                        id,
                        fact.model(),
                        fact.unit(),
                        fact.storage(),
                        fact.version(),
                        false,
                        true,
                        0,
                        List.of(),
                        List.of(),
                        "",
                        0,
                        false,
                        ""));
    }

    private static void initialized(VaultInitialized fact, Edits edits) {
        change(
                edits,
                fact.server(),
                one -> one.withKeys(fact.threshold(), fact.keys(), fact.rootToken()));
        token(edits, fact.server(), fact.rootToken(), fact.accessor(), Long.MAX_VALUE);
    }

    private static void loggedIn(LoggedIn fact, Edits edits) {
        if (edits.world().table(VaultView.LOGIN).has("client")) {
            edits.change(VaultView.LOGIN, "client", old -> new VaultLogin(old.id(), fact.token()));
        } else {
            edits.insert(VaultView.LOGIN, new VaultLogin(0, fact.token()));
        }
    }

    private static void token(
            Edits edits, String server, String token, String accessor, long expiresNs) {
        int id = edits.world().table(VaultView.TOKENS).nextId();
        edits.insert(VaultView.TOKENS, new VaultToken(id, server, token, accessor, expiresNs));
    }

    private static void change(Edits edits, String server, UnaryOperator<VaultServer> change) {
        edits.change(VaultView.SERVERS, server, change);
    }
}
