package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.InferredRelation;
import org.maquete.juju.catalog.ModelApplications;
import org.maquete.juju.catalog.RelatableApplication;
import org.maquete.juju.catalog.RelationInference;
import org.maquete.juju.catalog.RelationPresence;
import org.maquete.juju.catalog.RelationRefusal;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Relations: who is related to whom, who sees whom, and who must be told.
 *
 * <p>A unit enters the scope of a relation when it is installed. Units that see each other in a
 * scope run relation-joined and relation-changed for each other once, and relation-changed again
 * when the other has put something new. A change that a hook in the queue will see anyway adds
 * none.
 */
final class RelationHandler {

    private final CharmCatalog catalog;

    RelationHandler(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    void integrate(Integrate command, World world, Outcome out) {
        if (JujuView.model(world, command.model()).isEmpty()) {
            out.refuse(JujuRefusal.model(command.model()));
            return;
        }
        ModelApplications known = new Known(catalog, command.model(), world);
        switch (RelationInference.decide(command.first(), command.second(), known)) {
            case RelationRefusal refusal -> out.refuse(refusal(refusal, command));
            case InferredRelation relation ->
                    out.fact(
                            new RelationAdded(
                                    command.model(),
                                    world.table(JujuTables.MODELS)
                                            .get(command.model())
                                            .nextRelation(),
                                    relation.provider().toString(),
                                    relation.requirer().toString(),
                                    relation.interfaceName(),
                                    false,
                                    relation.isContainerScoped()));
        }
    }

    private static Refusal refusal(RelationRefusal refusal, Integrate command) {
        String message = refusal.message();
        Ref missed = Ref.NONE;
        if (message.startsWith("application ") && message.endsWith(" not found")) {
            missed = new Ref("application", message.split("\"", -1)[1]);
        } else if (message.startsWith("application ") && message.contains(" has no ")) {
            String[] parts = message.split("\"", -1);
            missed = new Ref("endpoint", parts[1] + ":" + parts[3]);
        } else if (message.equals("no relations found")) {
            missed = new Ref("endpoint", command.second());
        }
        return new Refusal(refusal.code(), "", message, missed);
    }

    /** The model as inference wants to see it. */
    private record Known(CharmCatalog catalog, String model, World world)
            implements ModelApplications {

        @Override
        public Optional<RelatableApplication> application(String name) {
            Optional<Application> found = JujuView.application(world, model, name);
            return found.isEmpty()
                    ? Optional.empty()
                    : catalog.find(found.get().charm()).map(charm -> relatable(found.get(), charm));
        }

        private static RelatableApplication relatable(
                Application application, CharmMetadata charm) {
            return new RelatableApplication(
                    application.name(),
                    charm,
                    Bases.parse(application.base()).orElseThrow(),
                    !application.dying());
        }

        @Override
        public RelationPresence relation(String key) {
            String application = key.substring(0, key.indexOf(':'));
            for (Relation relation : JujuView.relations(world, model, application)) {
                if (relation.pair().equals(key)) {
                    return relation.dying() ? RelationPresence.DYING : RelationPresence.ALIVE;
                }
            }
            return RelationPresence.ABSENT;
        }

        @Override
        public int relationCount(String application, String endpoint) {
            int count = 0;
            for (Relation relation : JujuView.relations(world, model, application)) {
                count += relation.endpointOf(application).equals(endpoint) ? 1 : 0;
            }
            return count;
        }
    }

    /** The units that are there already enter a new relation. */
    static void added(RelationAdded fact, World world, Outcome out) {
        Relation relation =
                world.table(JujuTables.RELATIONS).get(fact.model() + " " + fact.number());
        for (Unit unit : world.table(JujuTables.UNITS)) {
            if (unit.model().equals(fact.model())
                    && unit.isInstalled()
                    && relation.joins(unit.application())) {
                enter(relation, unit, world, out);
            }
        }
    }

    /** A unit that is installed enters the relations of its application. */
    static void installed(HookFinished fact, World world, Outcome out) {
        if (fact.hook().kind() == Hook.Kind.INSTALL) {
            JujuView.unit(world, fact.model(), fact.unit())
                    .ifPresent(unit -> enterAll(unit, world, out));
        }
    }

    private static void enterAll(Unit unit, World world, Outcome out) {
        for (Relation relation : JujuView.relations(world, unit.model(), unit.application())) {
            enter(relation, unit, world, out);
        }
    }

    private static void enter(Relation relation, Unit unit, World world, Outcome out) {
        if (!relation.dying()
                && !Leaving.isDying(unit)
                && !JujuView.isIn(world, relation, unit)
                && isBesideItsPrincipal(relation, unit)) {
            out.fact(new RelationEntered(unit.model(), relation.number(), unit.name()));
            Hook created = new Hook(Hook.Kind.RELATION_CREATED, relation.number(), "");
            out.fact(new HooksQueued(unit.model(), unit.name(), List.of(created)));
        }
    }

    /** A subordinate meets, at container scope, only the application it is beside. */
    private static boolean isBesideItsPrincipal(Relation relation, Unit unit) {
        if (!relation.container() || unit.principal().isEmpty()) {
            return true;
        }
        String other = relation.other(unit.application());
        return unit.principal().startsWith(other + "/");
    }

    static void entered(RelationEntered fact, World world, Outcome out) {
        Optional<Relation> found = JujuView.relation(world, fact.model(), fact.relation());
        if (found.isEmpty() || found.get().dying()) {
            return;
        }
        Relation relation = found.get();
        Unit unit = world.table(JujuTables.UNITS).get(fact.model(), fact.unit());
        addSubordinate(relation, unit, world, out);
        List<Hook> hooks = new ArrayList<>();
        for (Unit remote : JujuView.remoteUnits(world, unit, relation)) {
            hooks.addAll(meeting(relation, remote));
            queueNew(remote, meeting(relation, unit), out);
        }
        queueNew(unit, hooks, out);
    }

    private static List<Hook> meeting(Relation relation, Unit remote) {
        return List.of(
                new Hook(Hook.Kind.RELATION_JOINED, relation.number(), remote.name()),
                new Hook(Hook.Kind.RELATION_CHANGED, relation.number(), remote.name()));
    }

    private static void queueNew(Unit unit, List<Hook> hooks, Outcome out) {
        List<Hook> fresh = new ArrayList<>(hooks.size());
        for (Hook hook : hooks) {
            if (!HookOrder.has(unit, hook)) {
                fresh.add(hook);
            }
        }
        if (!fresh.isEmpty()) {
            out.fact(new HooksQueued(unit.model(), unit.name(), fresh));
        }
    }

    /** A principal at container scope gets a unit of the subordinate application beside it. */
    private static void addSubordinate(Relation relation, Unit unit, World world, Outcome out) {
        if (!relation.container() || !unit.principal().isEmpty()) {
            return;
        }
        Optional<Application> other =
                JujuView.application(world, unit.model(), relation.other(unit.application()))
                        .filter(Application::subordinate);
        boolean isThere =
                other.isPresent()
                        && JujuView.subordinatesOf(world, unit).stream()
                                .anyMatch(s -> s.application().equals(other.get().name()));
        if (other.isPresent() && !isThere) {
            String name = other.get().name() + "/" + other.get().nextUnit();
            out.fact(new UnitAdded(unit.model(), name, other.get().name(), unit.name(), ""));
        }
    }

    /** Those who see the unit are told; a hook that has not ended will see it anyway. */
    static void put(RelationValuePut fact, World world, Outcome out) {
        Optional<Relation> relation = JujuView.relation(world, fact.model(), fact.relation());
        if (relation.isEmpty() || relation.get().dying()) {
            return;
        }
        Hook hook = new Hook(Hook.Kind.RELATION_CHANGED, fact.relation(), fact.unit());
        for (Unit reader : readers(relation.get(), fact, world)) {
            queueNew(reader, List.of(hook), out);
        }
    }

    private static List<Unit> readers(Relation relation, RelationValuePut fact, World world) {
        Optional<Unit> writer = JujuView.unit(world, fact.model(), fact.unit());
        List<Unit> readers =
                writer.isPresent()
                        ? JujuView.remoteUnits(world, writer.get(), relation)
                        : JujuView.units(world, fact.model(), relation.other(fact.unit()));
        readers.removeIf(reader -> !JujuView.isIn(world, relation, reader));
        return readers;
    }
}
