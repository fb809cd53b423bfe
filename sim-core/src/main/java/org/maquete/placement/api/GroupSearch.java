package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The allocation requests that serve one group: from one provider if the group has a suffix, else
 * from a tree and the providers that share with it.
 */
final class GroupSearch {

    static final String SHARES = "MISC_SHARES_VIA_AGGREGATE";

    /** Nothing can serve the whole request, whatever the other groups find. */
    static final class NoResult extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A provider that has a class for a tree; it is of that tree, or shares with it. */
    private record Candidate(int provider, int root, int resourceClass) {}

    private final Store store;
    private final TreeSearch wide;
    private final String suffix;
    private final Map<Integer, Long> resources = new LinkedHashMap<>();
    private final Query.Wanted traits;
    private final boolean wantsAggregates;
    private final Set<String> forbiddenAggregates;
    private final Set<Integer> inAggregates;
    private final boolean hasTree;
    private final Map<Integer, TreeSet<Integer>> withResource = new TreeMap<>();

    GroupSearch(Store store, TreeSearch wide, String suffix, CandidateQuery.Group group) {
        this.store = store;
        this.wide = wide;
        this.suffix = suffix;
        this.traits = group.traits();
        group.resources()
                .forEach((name, amount) -> resources.put(store.names().number(name), amount));
        this.wantsAggregates = !group.aggregates().required().isEmpty();
        this.forbiddenAggregates = group.aggregates().forbidden();
        this.inAggregates = memberOf(group.aggregates().required());
        if (wantsAggregates && inAggregates.isEmpty()) {
            throw new NoResult();
        }
        for (Set<String> each : traits.required()) {
            wide.mustExist(each);
        }
        wide.mustExist(traits.forbidden());
        this.hasTree = group.tree().isPresent();
        Optional<Integer> tree = group.tree().map(this::rootOf);
        for (Map.Entry<Integer, Long> each : resources.entrySet()) {
            TreeSet<Integer> found = new TreeSet<>();
            for (Provider provider : store.providers()) {
                if (provider.hasRoom(each.getKey(), each.getValue())
                        && (tree.isEmpty() || provider.root().id() == tree.get())) {
                    found.add(provider.id());
                }
            }
            if (found.isEmpty()) {
                throw new NoResult();
            }
            withResource.put(each.getKey(), found);
        }
    }

    private int rootOf(String uuid) {
        Provider provider = store.provider(uuid);
        if (provider == null) {
            throw new NoResult();
        }
        return provider.root().id();
    }

    private Set<Integer> memberOf(List<Set<String>> required) {
        Set<Integer> members = new TreeSet<>();
        for (Provider each : store.providers()) {
            boolean all = !required.isEmpty();
            for (Set<String> any : required) {
                all = all && any.stream().anyMatch(each.aggregates()::contains);
            }
            if (all) {
                members.add(each.id());
            }
        }
        return members;
    }

    List<AllocationRequest> find() {
        boolean trees = wide.hasTrees() || !wide.sharing().isEmpty();
        if (!suffix.isEmpty() || !trees) {
            return fromOneProvider();
        }
        if (!traits.required().isEmpty()) {
            Set<String> any = new LinkedHashSet<>();
            traits.required().forEach(any::addAll);
            if (store.providers().stream().noneMatch(p -> has(p, any))) {
                return List.of();
            }
        }
        return fromTrees(candidates());
    }

    private static boolean has(Provider provider, Set<String> anyOf) {
        return anyOf.stream().anyMatch(provider.traits()::contains);
    }

    /** A single provider has everything. */
    private List<AllocationRequest> fromOneProvider() {
        List<AllocationRequest> requests = new ArrayList<>();
        for (Provider each : store.providers()) {
            if (matches(each)) {
                Map<Consumer.Holding, Long> amounts = new LinkedHashMap<>();
                resources.forEach((resourceClass, amount) ->
                        amounts.put(new Consumer.Holding(each.id(), resourceClass), amount));
                int root = each.root().id();
                wide.summarise(root);
                AllocationRequest request =
                        new AllocationRequest(root, amounts, Map.of(suffix, only(each.id())));
                if (wide.isAnchor(root)) {
                    requests.add(request);
                }
                if (each.traits().contains(SHARES)) {
                    for (int anchor : wide.anchors(each)) {
                        if (anchor != root && wide.isAnchor(anchor)) {
                            requests.add(request.anchoredAt(anchor));
                        }
                    }
                }
            }
        }
        return requests;
    }

    private static TreeSet<Integer> only(int id) {
        TreeSet<Integer> one = new TreeSet<>();
        one.add(id);
        return one;
    }

    private boolean matches(Provider provider) {
        for (TreeSet<Integer> each : withResource.values()) {
            if (!each.contains(provider.id())) {
                return false;
            }
        }
        for (Set<String> any : traits.required()) {
            if (!has(provider, any)) {
                return false;
            }
        }
        // A group that asks for nothing at all finds nothing: there is nothing to filter by.
        boolean asks = !resources.isEmpty() || !traits.required().isEmpty() || wantsAggregates;
        return asks
                && (!wantsAggregates || inAggregates.contains(provider.id()))
                && forbiddenAggregates.stream().noneMatch(provider.aggregates()::contains)
                && !has(provider, traits.forbidden());
    }

    private static PythonSet<Candidate> candidateSet() {
        return new PythonSet<>(
                each -> PythonSet.hashOfTuple(each.provider(), each.root(), each.resourceClass()));
    }

    /** By class and tree: who has it; made step by step as the real one makes its set. */
    private PythonSet<Candidate> candidates() {
        PythonSet<Candidate> merged = candidateSet();
        for (int resourceClass : resources.keySet()) {
            PythonSet<Candidate> found = passing(having(resourceClass));
            if (found.isEmpty()) {
                return found;
            }
            merged = merged(merged, found);
            if (merged.isEmpty()) {
                return merged;
            }
        }
        boolean asksTraits = !traits.required().isEmpty() || !traits.forbidden().isEmpty();
        return asksTraits && wide.sharing().isEmpty() ? withTraits(merged) : merged;
    }

    private PythonSet<Candidate> having(int resourceClass) {
        TreeSet<Integer> has = withResource.getOrDefault(resourceClass, new TreeSet<>());
        PythonSet<Candidate> own = candidateSet();
        for (int id : has) {
            own.add(new Candidate(id, store.provider(id).root().id(), resourceClass));
        }
        PythonSet<Candidate> anchored = candidateSet();
        if (!hasTree) {
            for (int id : shared(has)) {
                for (int anchor : wide.anchors(store.provider(id))) {
                    anchored.add(new Candidate(id, anchor, resourceClass));
                }
            }
        }
        PythonSet<Candidate> found = candidateSet();
        found.addAll(own);
        found.addAll(anchored);
        return found;
    }

    private Set<Integer> shared(Set<Integer> has) {
        // As the real one: the set is narrowed for all groups that follow.
        if (!inAggregates.isEmpty()) {
            wide.sharing().retainAll(inAggregates);
        }
        Set<Integer> shared = new TreeSet<>(wide.sharing());
        shared.retainAll(has);
        return shared;
    }

    /** Each filter makes a new set. */
    private PythonSet<Candidate> passing(PythonSet<Candidate> found) {
        PythonSet<Candidate> left = found;
        if (wide.asksRoot()) {
            left = left.where(each -> wide.isAnchor(each.root()));
        }
        if (wantsAggregates) {
            left =
                    left.where(each ->
                            inAggregates.contains(each.provider())
                                    || inAggregates.contains(each.root()));
        }
        if (!forbiddenAggregates.isEmpty()) {
            left = left.where(each -> isAllowed(each.provider()) && isAllowed(each.root()));
        }
        return left;
    }

    private boolean isAllowed(int id) {
        return forbiddenAggregates.stream().noneMatch(store.provider(id).aggregates()::contains);
    }

    /** All candidates of the trees that are on both sides. */
    private static PythonSet<Candidate> merged(
            PythonSet<Candidate> before, PythonSet<Candidate> found) {
        if (before.isEmpty()) {
            return found;
        }
        Set<Integer> left = new TreeSet<>();
        before.forEach(each -> left.add(each.root()));
        Set<Integer> both = new TreeSet<>();
        found.forEach(each -> both.add(each.root()));
        both.retainAll(left);
        before.addAll(found);
        return before.where(each -> both.contains(each.root()));
    }

    /** Leaves out trees that cannot have the traits, before amounts are combined. */
    private PythonSet<Candidate> withTraits(PythonSet<Candidate> all) {
        Map<Integer, Set<String>> byRoot = new TreeMap<>();
        Set<Integer> good = new TreeSet<>();
        for (Candidate each : all) {
            Provider provider = store.provider(each.provider());
            if (!has(provider, traits.forbidden())) {
                good.add(provider.root().id());
                byRoot.computeIfAbsent(provider.root().id(), r -> new TreeSet<>())
                        .addAll(provider.traits());
            }
        }
        return all.where(each -> {
            Set<String> found = byRoot.getOrDefault(each.root(), Set.of());
            boolean fits = good.contains(each.root());
            for (Set<String> any : traits.required()) {
                fits = fits && any.stream().anyMatch(found::contains);
            }
            return fits;
        });
    }

    private List<AllocationRequest> fromTrees(PythonSet<Candidate> candidates) {
        for (Candidate each : candidates) {
            wide.summarise(each.provider());
            wide.summarise(each.root());
        }
        // Trees in the order in which the set has them: of requests that differ in their anchor
        // alone the first is kept.
        Map<Integer, TreeMap<Integer, TreeSet<Integer>>> trees = new LinkedHashMap<>();
        for (Candidate each : candidates) {
            if (!wide.isSummarised(store.provider(each.provider()).root().id())) {
                // As the real one: among the trees that it has read it does not find a sharing
                // provider that is a child in a tree of which nothing else takes part.
                throw ApiError.broken(String.valueOf(each.provider()));
            }
            trees.computeIfAbsent(each.root(), r -> new TreeMap<>())
                    .computeIfAbsent(each.resourceClass(), c -> new TreeSet<>())
                    .add(each.provider());
        }
        List<AllocationRequest> requests = new ArrayList<>();
        trees.forEach((root, byClass) -> {
            List<Integer> classes = new ArrayList<>(byClass.keySet());
            combine(root, byClass, classes, 0, new LinkedHashMap<>(), requests);
        });
        return AllocationRequest.distinct(requests);
    }

    /** Every choice of one provider for each class. */
    private void combine(
            int root,
            TreeMap<Integer, TreeSet<Integer>> byClass,
            List<Integer> classes,
            int at,
            Map<Consumer.Holding, Long> chosen,
            List<AllocationRequest> requests) {
        if (at == classes.size()) {
            if (hasTraits(chosen)) {
                requests.add(AllocationRequest.of(root, suffix, new LinkedHashMap<>(chosen)));
            }
            return;
        }
        int resourceClass = classes.get(at);
        for (int provider : byClass.getOrDefault(resourceClass, new TreeSet<>())) {
            Consumer.Holding holding = new Consumer.Holding(provider, resourceClass);
            chosen.put(holding, resources.getOrDefault(resourceClass, 0L));
            combine(root, byClass, classes, at + 1, chosen, requests);
            chosen.remove(holding);
        }
    }

    private boolean hasTraits(Map<Consumer.Holding, Long> chosen) {
        Set<String> all = new TreeSet<>();
        for (Consumer.Holding each : chosen.keySet()) {
            Provider provider = store.provider(each.provider());
            if (has(provider, traits.forbidden())) {
                return false;
            }
            all.addAll(provider.traits());
        }
        for (Set<String> any : traits.required()) {
            if (any.stream().noneMatch(all::contains)) {
                return false;
            }
        }
        return true;
    }
}
