package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * GET /allocation_candidates: finds what serves each group, and folds one of each group together
 * where they belong to the same tree.
 */
final class TreeSearch {

    /**
     * Candidates.
     *
     * @param requests in the order of their trees
     * @param summaries the numbers of the providers that are shown
     */
    record Found(List<AllocationRequest> requests, Set<Integer> summaries) {

        static final Found NOTHING = new Found(List.of(), Set.of());
    }

    private final Store store;
    private final CandidateQuery query;
    private final boolean hasTrees;
    private final Set<Integer> sharing = new TreeSet<>();
    private final Set<Integer> anchors = new TreeSet<>();
    private final Set<Integer> summarised = new TreeSet<>();
    private final Map<Integer, Set<Integer>> anchorsOf = new TreeMap<>();
    private final boolean asksRoot;

    TreeSearch(Store store, CandidateQuery query) {
        this.store = store;
        this.query = query;
        this.hasTrees = store.providers().stream().anyMatch(p -> p.parent() != null);
        this.asksRoot = !query.root().required().isEmpty() || !query.root().forbidden().isEmpty();
        for (Provider each : store.providers()) {
            if (each.traits().contains(GroupSearch.SHARES)) {
                sharing.add(each.id());
            }
        }
    }

    boolean hasTrees() {
        return hasTrees;
    }

    /** The providers that share with their aggregates; narrowed while groups are searched. */
    Set<Integer> sharing() {
        return sharing;
    }

    boolean asksRoot() {
        return asksRoot;
    }

    /** Whether a root has the traits that are asked of roots. */
    boolean isAnchor(int root) {
        return !asksRoot || anchors.contains(root);
    }

    /** The tree of a root is to be shown; a number that is no root's stands for nothing. */
    void summarise(int root) {
        summarised.add(root);
    }

    boolean isSummarised(int root) {
        return summarised.contains(root);
    }

    void mustExist(Set<String> traits) {
        for (String each : traits) {
            if (!store.names().hasTrait(each)) {
                throw ApiError.bad("No such trait(s): " + each + ".");
            }
        }
    }

    /** The roots of all trees that have a member in an aggregate of a sharing provider. */
    Set<Integer> anchors(Provider provider) {
        return anchorsOf.computeIfAbsent(
                provider.id(),
                id -> {
                    Set<Integer> roots = new TreeSet<>();
                    for (Provider each : store.providers()) {
                        if (each.aggregates().stream().anyMatch(provider.aggregates()::contains)) {
                            roots.add(each.root().id());
                        }
                    }
                    return roots;
                });
    }

    Found find() {
        try {
            findAnchors();
            Map<String, List<AllocationRequest>> bySuffix = new LinkedHashMap<>();
            for (Map.Entry<String, CandidateQuery.Group> each : query.groups().entrySet()) {
                String suffix = each.getKey();
                List<AllocationRequest> found =
                        new GroupSearch(store, this, suffix, each.getValue()).find();
                if (found.isEmpty()) {
                    return Found.NOTHING;
                }
                bySuffix.put(suffix, found);
            }
            return limited(merged(bySuffix));
        } catch (GroupSearch.NoResult none) {
            return Found.NOTHING;
        }
    }

    private void findAnchors() {
        if (!asksRoot) {
            return;
        }
        query.root().required().forEach(this::mustExist);
        mustExist(query.root().forbidden());
        for (Provider each : store.providers()) {
            boolean fits = each.parent() == null;
            for (Set<String> any : query.root().required()) {
                fits = fits && each.traits().containsAll(any);
            }
            for (String trait : query.root().forbidden()) {
                fits = fits && !each.traits().contains(trait);
            }
            if (fits) {
                anchors.add(each.id());
            }
        }
        if (anchors.isEmpty()) {
            throw new GroupSearch.NoResult();
        }
    }

    private List<AllocationRequest> merged(Map<String, List<AllocationRequest>> bySuffix) {
        Map<Integer, Map<String, List<AllocationRequest>>> byAnchor = new TreeMap<>();
        bySuffix.forEach((suffix, requests) -> {
            for (AllocationRequest each : requests) {
                byAnchor.computeIfAbsent(each.anchor(), a -> new LinkedHashMap<>())
                        .computeIfAbsent(suffix, s -> new ArrayList<>())
                        .add(each);
            }
        });
        List<AllocationRequest> all = new ArrayList<>();
        for (Map<String, List<AllocationRequest>> each : byAnchor.values()) {
            if (each.size() == bySuffix.size()) {
                combine(List.copyOf(each.values()), 0, new ArrayList<>(), all);
            }
        }
        return AllocationRequest.distinct(all);
    }

    /** Every choice of one request for each group. */
    private void combine(
            List<List<AllocationRequest>> groups,
            int at,
            List<AllocationRequest> chosen,
            List<AllocationRequest> all) {
        if (at == groups.size()) {
            if (isIsolated(chosen) && isInSubtrees(chosen)) {
                AllocationRequest folded = AllocationRequest.folded(chosen);
                if (fits(folded)) {
                    all.add(folded);
                }
            }
            return;
        }
        for (AllocationRequest each : groups.get(at)) {
            chosen.add(each);
            combine(groups, at + 1, chosen, all);
            chosen.removeLast();
        }
    }

    private boolean isIsolated(List<AllocationRequest> chosen) {
        if (!query.isolate()) {
            return true;
        }
        Set<Integer> providers = new TreeSet<>();
        int granular = 0;
        for (AllocationRequest each : chosen) {
            if (!each.mappings().containsKey("")) {
                granular++;
                each.mappings().values().forEach(providers::addAll);
            }
        }
        return providers.size() == granular;
    }

    private boolean isInSubtrees(List<AllocationRequest> chosen) {
        for (Set<String> suffixes : query.sameSubtrees()) {
            Set<Integer> providers = new TreeSet<>();
            for (AllocationRequest each : chosen) {
                for (String suffix : suffixes) {
                    providers.addAll(each.mappings().getOrDefault(suffix, new TreeSet<>()));
                }
            }
            if (providers.size() > 1 && !haveTopAmongThem(providers)) {
                return false;
            }
        }
        return true;
    }

    private boolean haveTopAmongThem(Set<Integer> providers) {
        for (int top : providers) {
            boolean all = true;
            for (int each : providers) {
                all = all && store.provider(each).isUnder(store.provider(top));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** What groups take of one provider together is checked against whole numbers. */
    private boolean fits(AllocationRequest request) {
        for (Map.Entry<Consumer.Holding, Long> each : request.amounts().entrySet()) {
            int resourceClass = each.getKey().resourceClass();
            Provider provider = store.provider(each.getKey().provider());
            Inventory inventory = provider.inventories().get(resourceClass);
            if (inventory == null
                    || provider.used(resourceClass) + each.getValue() > inventory.capacity()
                    || each.getValue() > inventory.maxUnit()) {
                return false;
            }
        }
        return true;
    }

    private Found limited(List<AllocationRequest> all) {
        List<AllocationRequest> kept = all;
        if (query.limit() > 0 && query.limit() < all.size()) {
            kept = all.subList(0, query.limit());
        }
        Set<Integer> roots = new TreeSet<>();
        for (AllocationRequest each : kept) {
            for (Consumer.Holding holding : each.amounts().keySet()) {
                roots.add(store.provider(holding.provider()).root().id());
            }
        }
        Set<Integer> summaries = new TreeSet<>();
        for (Provider each : store.providers()) {
            int root = each.root().id();
            if (roots.contains(root) && summarised.contains(root)) {
                summaries.add(each.id());
            }
        }
        return new Found(kept, summaries);
    }
}
