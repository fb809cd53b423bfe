package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One way to serve a request, or a group of one.
 *
 * @param anchor the number of the tree's root to which it belongs
 * @param amounts by provider and class, in the order in which they were found
 * @param mappings the providers' numbers by suffix of a group
 */
record AllocationRequest(
        int anchor, Map<Consumer.Holding, Long> amounts, Map<String, TreeSet<Integer>> mappings) {

    /** What makes two of them the same: the anchor is not part of it. */
    record Identity(
            TreeMap<Consumer.Holding, Long> amounts, Map<String, TreeSet<Integer>> mappings) {}

    static AllocationRequest of(int anchor, String suffix, Map<Consumer.Holding, Long> amounts) {
        TreeSet<Integer> providers = new TreeSet<>();
        amounts.keySet().forEach(each -> providers.add(each.provider()));
        Map<String, TreeSet<Integer>> mappings = new LinkedHashMap<>();
        mappings.put(suffix, providers);
        return new AllocationRequest(anchor, amounts, mappings);
    }

    AllocationRequest anchoredAt(int other) {
        return new AllocationRequest(other, amounts, mappings);
    }

    Identity identity() {
        return new Identity(new TreeMap<>(amounts), mappings);
    }

    /** All of them as one: amounts of one class of one provider are added up. */
    static AllocationRequest folded(List<AllocationRequest> requests) {
        Map<Consumer.Holding, Long> amounts = new LinkedHashMap<>();
        Map<String, TreeSet<Integer>> mappings = new LinkedHashMap<>();
        for (AllocationRequest each : requests) {
            each.amounts().forEach((holding, amount) -> amounts.merge(holding, amount, Long::sum));
            each.mappings()
                    .forEach((suffix, providers) ->
                            mappings.computeIfAbsent(suffix, s -> new TreeSet<>())
                                    .addAll(providers));
        }
        return new AllocationRequest(requests.getFirst().anchor(), amounts, mappings);
    }

    /** Without those that are equal to an earlier one. */
    static List<AllocationRequest> distinct(List<AllocationRequest> requests) {
        Map<Identity, AllocationRequest> first = new LinkedHashMap<>();
        for (AllocationRequest each : requests) {
            first.putIfAbsent(each.identity(), each);
        }
        return new ArrayList<>(first.values());
    }
}
