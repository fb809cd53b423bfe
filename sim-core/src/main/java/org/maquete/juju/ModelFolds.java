package org.maquete.juju;

import java.util.List;
import org.maquete.world.Edits;
import org.maquete.world.Table;

/** What facts change about clouds, controllers, models and applications. */
final class ModelFolds {

    private ModelFolds() {}

    static void cloudAdded(CloudAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(JujuTables.CLOUDS).nextId();
        edits.insert(
                JujuTables.CLOUDS, new Cloud(id, fact.name(), fact.type(), fact.endpoint(), ""));
    }

    static void credentialAdded(CredentialAdded fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.CLOUDS,
                fact.cloud(),
                c -> new Cloud(c.id(), c.name(), c.type(), c.endpoint(), fact.name()));
    }

    static void bootstrapStarted(BootstrapStarted fact, long timeNs, Edits edits) {
        int id = edits.world().table(JujuTables.CONTROLLERS).nextId();
        edits.insert(
                JujuTables.CONTROLLERS,
                new Controller(
                        id,
                        fact.controller(),
                        fact.cloud(),
                        fact.region(),
                        fact.version(),
                        new StatusInfo("bootstrapping", "", timeNs)));
        int pending = edits.world().table(JujuTables.BOOTSTRAPPINGS).nextId();
        edits.insert(
                JujuTables.BOOTSTRAPPINGS,
                new Bootstrapping(pending, fact.controller(), fact.ticket()));
    }

    static void becameAvailable(ControllerBecameAvailable fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.CONTROLLERS,
                fact.controller(),
                c -> c.withStatus(new StatusInfo("available", "", timeNs)));
        notBootstrapping(fact.controller(), edits);
    }

    static void bootstrapFailed(BootstrapFailed fact, long timeNs, Edits edits) {
        notBootstrapping(fact.controller(), edits);
        Table<Controller> controllers = edits.world().table(JujuTables.CONTROLLERS);
        edits.remove(JujuTables.CONTROLLERS, controllers.idOf(fact.controller()));
        String model = fact.controller() + ":controller";
        for (Machine machine : JujuView.machines(edits.world(), model)) {
            edits.remove(JujuTables.MACHINES, machine.id());
        }
        edits.remove(JujuTables.MODELS, edits.world().table(JujuTables.MODELS).idOf(model));
    }

    private static void notBootstrapping(String controller, Edits edits) {
        Table<Bootstrapping> pending = edits.world().table(JujuTables.BOOTSTRAPPINGS);
        edits.remove(JujuTables.BOOTSTRAPPINGS, pending.idOf(controller));
    }

    static void modelAdded(ModelAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(JujuTables.MODELS).nextId();
        StatusInfo status = new StatusInfo("available", "", timeNs);
        edits.insert(
                JujuTables.MODELS,
                new Model(
                        id,
                        fact.controller(),
                        fact.name(),
                        fact.uuid(),
                        fact.defaultBase(),
                        status,
                        0,
                        0,
                        1));
    }

    static void modelSwitched(ModelSwitched fact, long timeNs, Edits edits) {
        Table<Client> clients = edits.world().table(JujuTables.CLIENT);
        if (clients.has("client")) {
            edits.change(
                    JujuTables.CLIENT,
                    "client",
                    c -> new Client(c.id(), fact.controller(), fact.model()));
        } else {
            edits.insert(
                    JujuTables.CLIENT,
                    new Client(clients.nextId(), fact.controller(), fact.model()));
        }
    }

    static void charmAdded(CharmAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(JujuTables.CHARMS).nextId();
        edits.insert(JujuTables.CHARMS, new DeployedCharm(id, fact.charm(), fact.defaults()));
    }

    static void applicationAdded(ApplicationAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(JujuTables.APPLICATIONS).nextId();
        edits.insert(
                JujuTables.APPLICATIONS,
                new Application(
                        id,
                        fact.model(),
                        fact.application(),
                        fact.charm(),
                        fact.channel(),
                        fact.revision(),
                        fact.base(),
                        fact.subordinate(),
                        false,
                        fact.constraints(),
                        fact.settings(),
                        StatusInfo.NONE,
                        "",
                        false,
                        0));
    }

    static void exposed(ApplicationExposed fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.APPLICATIONS,
                fact.model(),
                fact.application(),
                a -> a.withExposed(fact.exposed()));
    }

    static void configured(ApplicationConfigured fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.APPLICATIONS,
                fact.model(),
                fact.application(),
                a -> a.withSettings(List.copyOf(fact.settings())));
    }

    static void statusSet(ApplicationStatusSet fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.APPLICATIONS,
                fact.model(),
                fact.application(),
                a -> a.withLeaderStatus(new StatusInfo(fact.current(), fact.message(), timeNs)));
    }

    static void versionSet(ApplicationVersionSet fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.APPLICATIONS,
                fact.model(),
                fact.application(),
                a -> a.withVersion(fact.version()));
    }

    static void refreshed(CharmRefreshed fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.APPLICATIONS,
                fact.model(),
                fact.application(),
                a -> a.withCharm(fact.channel(), fact.revision()));
    }

    static void dying(ApplicationDying fact, long timeNs, Edits edits) {
        edits.change(
                JujuTables.APPLICATIONS, fact.model(), fact.application(), a -> a.withDying(true));
    }

    static void applicationRemoved(ApplicationRemoved fact, long timeNs, Edits edits) {
        SpaceFolds.forget(fact.model(), fact.application(), edits);
        Table<Application> applications = edits.world().table(JujuTables.APPLICATIONS);
        edits.remove(JujuTables.APPLICATIONS, applications.idOf(fact.model(), fact.application()));
    }
}
