package org.maquete.juju;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.juju.catalog.Endpoint;
import org.maquete.juju.catalog.EndpointRole;
import org.maquete.juju.catalog.EndpointScope;
import org.maquete.juju.catalog.ReadinessCheck;
import org.maquete.juju.catalog.Resources;

/**
 * One charm with partners, one for each endpoint, that give at once or say nothing. A partner is
 * the first charm of the catalogue that has the other side of the endpoint.
 */
final class CharmStage {

    private final CharmMetadata charm;
    private final String application;
    private final Map<String, Boolean> answersByEndpoint = new LinkedHashMap<>();
    private final Map<String, String> config = new LinkedHashMap<>();
    private boolean alone;

    /** With every relation that the charm asks for, all answered. */
    CharmStage(CharmMetadata charm) {
        this.charm = charm;
        this.application = charm.name();
        for (ReadinessCheck check : charm.readiness().required()) {
            String endpoint = check.endpoints().getFirst();
            if (!isPeer(charm, endpoint)) {
                answersByEndpoint.put(endpoint, true);
            }
        }
    }

    /** What a unit says that nobody is related to. */
    static CharmStage alone(CharmMetadata charm) {
        CharmStage stage = new CharmStage(charm);
        stage.answersByEndpoint.clear();
        stage.alone = true;
        return stage;
    }

    static boolean isPeer(CharmMetadata charm, String endpoint) {
        return of(charm, endpoint).role() == EndpointRole.PEER;
    }

    CharmStage without(String endpoint) {
        answersByEndpoint.remove(endpoint);
        return this;
    }

    CharmStage silent(String endpoint) {
        answersByEndpoint.put(endpoint, false);
        return this;
    }

    /** Also with this relation, answered. */
    CharmStage with(String endpoint) {
        answersByEndpoint.put(endpoint, true);
        return this;
    }

    CharmStage config(String option, String value) {
        config.put(option, value);
        return this;
    }

    /** The status of the first unit. */
    String said() {
        String unit = application + "/0";
        CharmBench bench = bench();
        return bench.units().contains(unit) ? bench.status(unit) : "no unit";
    }

    /** The stage with everything in place and settled. */
    CharmBench bench() {
        CharmBench bench = new CharmBench(Resources.CATALOG, classes());
        bench.world(alone ? CharmBench.emptyWorld() : GuideCloud.world(true), 0);
        bench.deploy(application, charm.name(), alone ? 1 : charm.readiness().unitsMin());
        answersByEndpoint.forEach((endpoint, answers) -> relate(bench, endpoint, answers));
        if (!alone && charm.subordinate() && !bench.units().contains(application + "/0")) {
            principal().ifPresent(endpoint -> relate(bench, endpoint, true));
        }
        if (charm.option("osd-devices").isPresent()) {
            bench.config(application, "osd-devices", "/dev/sdb");
        }
        config.forEach((option, value) -> bench.config(application, option, value));
        bench.settle();
        return bench;
    }

    private Charm[] classes() {
        List<Charm> classes = new ArrayList<>();
        for (Charm one : GuideCloud.charms(Resources.CATALOG)) {
            if (one.name().equals(charm.name())) {
                classes.add(one);
            }
        }
        for (String name : Resources.CATALOG.names()) {
            if (!name.equals(charm.name())) {
                classes.add(new Partner(Resources.CATALOG.find(name).orElseThrow()));
            }
        }
        return classes.toArray(Charm[]::new);
    }

    private void relate(CharmBench bench, String name, boolean answers) {
        Endpoint own = of(charm, name);
        CharmMetadata other = partner(own).orElseThrow(() -> new AssertionError(name));
        Endpoint theirs = facing(other, own).orElseThrow();
        String partner = (answers ? "gives-" : "silent-") + name;
        int units = charm.subordinate() ? charm.readiness().unitsMin() : 1;
        bench.deploy(partner, other.name(), other.subordinate() ? 0 : units);
        String here = application + ":" + name;
        String there = partner + ":" + theirs.name();
        boolean provider = own.role() == EndpointRole.PROVIDER;
        bench.relate(provider ? here : there, provider ? there : here);
    }

    /** An endpoint by which a subordinate gets a unit. */
    private Optional<String> principal() {
        return charm.endpoints().stream()
                .filter(one -> one.scope() == EndpointScope.CONTAINER)
                .filter(one -> !one.name().equals("nrpe-external-master"))
                .filter(one -> !answersByEndpoint.containsKey(one.name()))
                .filter(one ->
                        charm.readiness().required().stream()
                                .noneMatch(check -> check.endpoints().contains(one.name())))
                .filter(one -> partner(one).isPresent())
                .map(Endpoint::name)
                .findFirst();
    }

    private Optional<CharmMetadata> partner(Endpoint own) {
        return Resources.CATALOG.names().stream()
                .filter(name -> !name.equals(charm.name()))
                .map(name -> Resources.CATALOG.find(name).orElseThrow())
                .filter(other -> facing(other, own).isPresent())
                .findFirst();
    }

    private Optional<Endpoint> facing(CharmMetadata other, Endpoint own) {
        if (own.interfaceName().equals("juju-info") && own.role() == EndpointRole.REQUIRER) {
            return other.subordinate() ? Optional.empty() : Optional.of(Endpoint.JUJU_INFO);
        }
        return other.endpoints().stream()
                .filter(one -> one.interfaceName().equals(own.interfaceName()))
                .filter(one -> one.role() != EndpointRole.PEER && one.role() != own.role())
                .filter(one -> isPossible(other, one, own))
                .findFirst();
    }

    /** In a container's scope one side is a subordinate. */
    private boolean isPossible(CharmMetadata other, Endpoint one, Endpoint own) {
        boolean container =
                one.scope() == EndpointScope.CONTAINER || own.scope() == EndpointScope.CONTAINER;
        return !container || charm.subordinate() != other.subordinate();
    }

    private static Endpoint of(CharmMetadata charm, String endpoint) {
        return charm.endpoint(endpoint).orElseThrow(() -> new AssertionError(endpoint));
    }

    /** Gives what an interface is for as soon as somebody joins, unless its name is silent. */
    private record Partner(CharmMetadata charm) implements Charm {

        @Override
        public String name() {
            return charm.name();
        }

        @Override
        public void run(Hook hook, HookContext context, HookOutcome out) {
            out.status("active", "");
            if (context.application().name().startsWith("silent-")) {
                return;
            }
            new CharmReadiness(charm).share(context, out, _ -> true);
            for (Relation relation : context.relations("mon")) {
                if (!relation.peer()) {
                    out.put(relation, "bootstrapped-osds", "3");
                }
            }
        }
    }
}
