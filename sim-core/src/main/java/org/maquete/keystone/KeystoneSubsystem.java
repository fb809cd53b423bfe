package org.maquete.keystone;

import java.util.List;
import org.maquete.juju.WorkloadStatusSet;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.cliff.OpenstackGrammar;

/** Keystone, and the program {@code openstack} that logs in with it. */
public final class KeystoneSubsystem implements Subsystem {

    private final OpenstackGrammar grammar;
    private final CharmCatalog catalog;

    /** With the grammar of the client's commands, and the catalogue that has the charm. */
    public KeystoneSubsystem(OpenstackGrammar grammar, CharmCatalog catalog) {
        this.grammar = grammar;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "keystone";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(
                KeystoneTables.KEYSTONES,
                KeystoneTables.DOMAINS,
                KeystoneTables.PROJECTS,
                KeystoneTables.USERS,
                KeystoneTables.ROLES,
                KeystoneTables.ASSIGNMENTS);
        registry.react(WorkloadStatusSet.class, IdentityHandler::statusSet);
        registry.command(CreateDomain.class, IdentityHandler::createDomain);
        registry.command(CreateProject.class, IdentityHandler::createProject);
        registry.command(CreateUser.class, IdentityHandler::createUser);
        registry.command(CreateRole.class, IdentityHandler::createRole);
        registry.command(AssignRole.class, IdentityHandler::assign);
        registry.command(RevokeRole.class, IdentityHandler::revoke);
        registry.command(DeleteIdentities.class, IdentityHandler::delete);
        IdentityFolds.declare(registry);
        catalog.find(KeystoneView.CHARM).map(KeystoneCharm::new).ifPresent(registry::contribute);
        registry.contribute(new OpenstackProgram(grammar));
        registry.contribute(new OpenrcDownload());
        registry.contribute(new LoginRemedy());
        registry.contribute(new UsageRemedy(grammar));
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of());
        IdentityVerbs.all(make).forEach(registry::contribute);
    }
}
