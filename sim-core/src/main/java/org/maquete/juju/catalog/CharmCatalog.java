package org.maquete.juju.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The charms that can be deployed. A charm is read when it is first asked for, because a start that
 * needs three of them should not pay for forty-one. Safe for several threads; what it returns is
 * immutable.
 */
public final class CharmCatalog {

    private final CharmTexts texts;
    private final TreeSet<String> names;
    private volatile Map<String, CharmMetadata> charmsRead = Map.of();

    public CharmCatalog(CharmTexts texts) {
        this.texts = texts;
        this.names = new TreeSet<>(texts.names());
    }

    /** All charms, sorted. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * The charm of this name, or empty when the catalog has none.
     *
     * @throws IllegalStateException naming every problem when the charm's text cannot be read
     */
    public Optional<CharmMetadata> find(String charm) {
        CharmMetadata known = charmsRead.get(charm);
        if (known == null) {
            return names.contains(charm) ? Optional.of(first(charm)) : Optional.empty();
        }
        return Optional.of(known);
    }

    private synchronized CharmMetadata first(String charm) {
        CharmMetadata known = charmsRead.get(charm);
        if (known == null) {
            known = read(charm);
            Map<String, CharmMetadata> grown = new TreeMap<>(charmsRead);
            grown.put(charm, known);
            charmsRead = grown;
        }
        return known;
    }

    private CharmMetadata read(String charm) {
        return switch (CharmReader.read(charm + ".yaml", texts.text(charm))) {
            case CharmReading.Read(CharmMetadata metadata) -> metadata;
            case CharmReading.Unreadable(List<CharmProblem> problems) ->
                    throw new IllegalStateException(
                            problems.stream()
                                    .map(CharmProblem::toString)
                                    .collect(Collectors.joining("\n")));
        };
    }
}
