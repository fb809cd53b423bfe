package org.maquete.juju.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A model held in maps. */
final class TestModel implements ModelApplications {

    static final OsRelease JAMMY = Bases.ofSeries("jammy").orElseThrow();

    private final Map<String, RelatableApplication> applications = new TreeMap<>();
    private final Map<String, RelationPresence> relations = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    TestModel with(String application, CharmMetadata charm) {
        return with(new RelatableApplication(application, charm, JAMMY, true));
    }

    TestModel with(String charm) {
        return with(charm, Resources.charm(charm));
    }

    TestModel with(RelatableApplication application) {
        applications.put(application.name(), application);
        return this;
    }

    TestModel relation(String key, RelationPresence presence) {
        relations.put(key, presence);
        return this;
    }

    TestModel count(String endpoint, int count) {
        counts.put(endpoint, count);
        return this;
    }

    @Override
    public Optional<RelatableApplication> application(String name) {
        return Optional.ofNullable(applications.get(name));
    }

    @Override
    public RelationPresence relation(String key) {
        return relations.getOrDefault(key, RelationPresence.ABSENT);
    }

    @Override
    public int relationCount(String application, String endpoint) {
        return counts.getOrDefault(application + ":" + endpoint, 0);
    }
}
