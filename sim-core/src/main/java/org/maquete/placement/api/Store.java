package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Placement keeps: providers, consumers, and what these hold. A change is checked as a whole
 * before any of it is written.
 */
final class Store {

    private final Names names = new Names();
    private final TreeMap<Integer, Provider> providers = new TreeMap<>();
    private final Map<String, Provider> byUuid = new LinkedHashMap<>();
    private final Map<String, Consumer> consumers = new LinkedHashMap<>();
    private int lastId;

    /** Amounts of a provider that a consumer asks for. */
    record Claim(Consumer consumer, Provider provider, String resourceClass, long amount) {}

    /** Why claims are refused, in the words that callers quote. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    Names names() {
        return names;
    }

    /** All providers, in the order of their numbers. */
    Collection<Provider> providers() {
        return providers.values();
    }

    @Nullable Provider provider(String uuid) {
        return byUuid.get(uuid);
    }

    Provider provider(int id) {
        Provider found = providers.get(id);
        if (found == null) {
            throw new IllegalStateException("expected a provider, found number " + id);
        }
        return found;
    }

    @Nullable Provider named(String name) {
        for (Provider each : providers.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    Provider add(String uuid, String name, @Nullable Provider parent) {
        Provider added = new Provider(++lastId, uuid, name);
        added.setParent(parent);
        providers.put(added.id(), added);
        byUuid.put(uuid, added);
        return added;
    }

    void remove(Provider provider) {
        providers.remove(provider.id());
        byUuid.remove(provider.uuid());
    }

    boolean hasChildren(Provider provider) {
        for (Provider each : providers.values()) {
            if (each.parent() == provider) {
                return true;
            }
        }
        return false;
    }

    boolean isUsed(Provider provider) {
        for (Consumer each : consumers.values()) {
            for (Consumer.Holding holding : each.holdings().keySet()) {
                if (holding.provider() == provider.id()) {
                    return true;
                }
            }
        }
        return false;
    }

    Collection<Consumer> consumers() {
        return consumers.values();
    }

    @Nullable Consumer consumer(String uuid) {
        return consumers.get(uuid);
    }

    void add(Consumer consumer) {
        consumers.put(consumer.uuid(), consumer);
    }

    void remove(Consumer consumer) {
        consumers.remove(consumer.uuid());
    }

    /**
     * Replaces all that the consumers of these claims hold. An amount of 0 stands for what a
     * consumer gives up.
     */
    void replaceAll(List<Claim> claims) {
        TreeMap<String, Consumer> affected = new TreeMap<>();
        TreeMap<Integer, Provider> visited = new TreeMap<>();
        for (Claim each : claims) {
            names.number(each.resourceClass());
            affected.put(each.consumer().uuid(), each.consumer());
            visited.put(each.provider().id(), each.provider());
        }
        check(claims, held(affected.values()), visited.values());
        for (Consumer each : affected.values()) {
            free(each);
        }
        for (Claim each : claims) {
            if (each.amount() > 0) {
                int resourceClass = names.number(each.resourceClass());
                each.provider().use(resourceClass, each.amount());
                each.consumer()
                        .holdings()
                        .put(
                                new Consumer.Holding(each.provider().id(), resourceClass),
                                each.amount());
            }
        }
        visited.values().forEach(Provider::changed);
        for (Consumer each : affected.values()) {
            each.changed();
            if (each.holdings().isEmpty()) {
                remove(each);
            }
        }
    }

    /** What the consumers hold now, by provider and class. */
    private static TreeMap<Consumer.Holding, Long> held(Collection<Consumer> of) {
        TreeMap<Consumer.Holding, Long> held = new TreeMap<>();
        for (Consumer consumer : of) {
            consumer.holdings()
                    .forEach((holding, amount) -> held.merge(holding, amount, Long::sum));
        }
        return held;
    }

    private void check(
            List<Claim> claims,
            TreeMap<Consumer.Holding, Long> freed,
            Collection<Provider> visited) {
        List<Integer> classes = new ArrayList<>();
        claims.forEach(each -> classes.add(names.number(each.resourceClass())));
        for (Provider each : visited) {
            if (classes.stream().noneMatch(each.inventories()::containsKey)) {
                List<String> words = new ArrayList<>();
                PythonSet.order(classes).forEach(number -> words.add(names.name(number)));
                throw invalid(String.join(", ", words), each);
            }
        }
        TreeMap<Consumer.Holding, Long> asked = new TreeMap<>();
        for (Claim each : claims) {
            int resourceClass = names.number(each.resourceClass());
            Consumer.Holding holding = new Consumer.Holding(each.provider().id(), resourceClass);
            long sum = asked.merge(holding, each.amount(), Long::sum);
            if (each.amount() > 0) {
                long used = each.provider().used(resourceClass) - freed.getOrDefault(holding, 0L);
                check(each, resourceClass, used, sum);
            }
        }
    }

    private static void check(Claim claim, int resourceClass, long used, long sum) {
        Inventory inventory = claim.provider().inventories().get(resourceClass);
        if (inventory == null) {
            throw invalid(claim.resourceClass(), claim.provider());
        }
        String start =
                "Unable to create allocation for '"
                        + claim.resourceClass()
                        + "' on resource provider '"
                        + claim.provider().uuid()
                        + "'. The requested amount would ";
        if (!inventory.takes(claim.amount())) {
            throw new Invalid(start + "violate inventory constraints.");
        }
        if (!inventory.fits(used, claim.amount()) || !inventory.fits(used, sum)) {
            throw new Invalid(start + "exceed the capacity.");
        }
    }

    private static Invalid invalid(String classes, Provider provider) {
        return new Invalid(
                "Inventory for '"
                        + classes
                        + "' on resource provider '"
                        + provider.uuid()
                        + "' invalid.");
    }

    /** A consumer gives back all that it holds. */
    void free(Consumer consumer) {
        consumer.holdings()
                .forEach((holding, amount) ->
                        provider(holding.provider()).use(holding.resourceClass(), -amount));
        consumer.holdings().clear();
    }

    /** The classes of a provider, among some, of which something is allocated. */
    List<String> inUse(Provider provider, Collection<Integer> classes) {
        List<String> used = new ArrayList<>();
        for (int each : new TreeSet<>(classes)) {
            if (provider.used(each) > 0) {
                used.add(names.name(each));
            }
        }
        return used;
    }

    /** What undoes all changes of amounts and consumers from now on. */
    Runnable saved() {
        List<Runnable> undo = new ArrayList<>();
        providers.values().forEach(each -> undo.add(each.saved()));
        consumers.values().forEach(each -> undo.add(each.saved()));
        Map<String, Consumer> consumersNow = new LinkedHashMap<>(consumers);
        return () -> {
            consumers.clear();
            consumers.putAll(consumersNow);
            undo.forEach(Runnable::run);
        };
    }
}
