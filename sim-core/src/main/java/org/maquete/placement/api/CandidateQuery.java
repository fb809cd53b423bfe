package org.maquete.placement.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GET /allocation_candidates is asked for.
 *
 * @param limit 0: no limit
 * @param isolate whether each granular group has a provider of its own
 * @param root traits that the root of a tree must and must not have
 * @param sameSubtrees suffixes of groups whose providers stand under one of them
 * @param groups by suffix; the one without suffix may be spread over a tree
 */
record CandidateQuery(
        int limit,
        boolean isolate,
        Query.Wanted root,
        List<Set<String>> sameSubtrees,
        Map<String, Group> groups) {

    /** A request group. */
    record Group(
            Map<String, Long> resources,
            Query.Wanted traits,
            Query.Wanted aggregates,
            Optional<String> tree) {}

    private static final Pattern KEY =
            Pattern.compile("(resources|required|member_of|in_tree)([a-zA-Z0-9_-]{1,64})?");

    private static final Set<String> WIDE =
            new TreeSet<>(List.of("limit", "group_policy", "root_required", "same_subtree"));

    static CandidateQuery of(Query query) {
        validate(query);
        Query.Wanted root = root(query);
        List<Set<String>> subtrees = new ArrayList<>();
        for (String value : query.all("same_subtree")) {
            Set<String> suffixes = new LinkedHashSet<>();
            for (String each : value.split(",", -1)) {
                suffixes.add(each.strip());
            }
            if (suffixes.contains("")) {
                throw new ApiError(
                        400,
                        ApiError.BAD_VALUE,
                        "Empty string (unsuffixed group) can not be specified in `same_subtree` ");
            }
            subtrees.add(suffixes);
        }
        Map<String, Group> groups = groups(query);
        check(groups, subtrees);
        String policy = query.has("group_policy") ? query.all("group_policy").getFirst() : "";
        long granular = groups.keySet().stream().filter(suffix -> !suffix.isEmpty()).count();
        if (policy.isEmpty() && granular > 1) {
            throw ApiError.bad(
                    "The \"group_policy\" parameter is required when specifying more than one"
                            + " \"resources{N}\" parameter.");
        }
        int limit = query.has("limit") ? Integer.parseInt(query.all("limit").getFirst()) : 0;
        return new CandidateQuery(limit, policy.equals("isolate"), root, subtrees, groups);
    }

    /** The checks of the schema, in the words of its validator for the values of a parameter. */
    private static void validate(Query query) {
        for (Map.Entry<String, String> each : query.pairs()) {
            String name = each.getKey();
            if (!WIDE.contains(name) && !KEY.matcher(name).matches()) {
                throw ApiError.bad(
                        "Invalid query string parameters: Additional properties are not allowed ('"
                                + name
                                + "' was unexpected)");
            }
        }
        String limit = query.last("limit");
        if (query.has("limit") && !limit.matches("[1-9][0-9]{0,8}")) {
            throw ApiError.bad(
                    "Invalid query string parameters: '"
                            + limit
                            + "' does not match '^[1-9][0-9]*$' Failed validating 'pattern' in"
                            + " schema['properties']['limit']: {'minLength': 1, 'minimum': 1,"
                            + " 'pattern': '^[1-9][0-9]*$', 'type': ['integer', 'string']} On"
                            + " instance['limit']: '"
                            + limit
                            + "'");
        }
        String policy = query.last("group_policy");
        if (query.has("group_policy") && !List.of("none", "isolate").contains(policy)) {
            throw ApiError.bad(
                    "Invalid query string parameters: '"
                            + policy
                            + "' is not one of ['none', 'isolate'] Failed validating 'enum' in"
                            + " schema['properties']['group_policy']: {'enum': ['none',"
                            + " 'isolate'], 'type': 'string'} On instance['group_policy']: '"
                            + policy
                            + "'");
        }
    }

    private static Query.Wanted root(Query query) {
        List<String> values = query.all("root_required");
        if (values.size() > 1) {
            throw new ApiError(
                    400,
                    "placement.query.duplicate_key",
                    "Query parameter 'root_required' may be specified only once.");
        }
        List<Set<String>> required = new ArrayList<>();
        Set<String> forbidden = new LinkedHashSet<>();
        for (String value : values) {
            Query.traits(value, false, required, forbidden);
        }
        List<String> conflicts = new ArrayList<>();
        for (Set<String> each : required) {
            each.stream().filter(forbidden::contains).forEach(conflicts::add);
        }
        if (!conflicts.isEmpty()) {
            throw new ApiError(
                    400,
                    ApiError.BAD_VALUE,
                    "Conflicting required and forbidden traits found in root_required: "
                            + String.join(", ", conflicts));
        }
        return new Query.Wanted(required, forbidden);
    }

    private static Map<String, Group> groups(Query query) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : query.pairs()) {
            Matcher key = KEY.matcher(pair.getKey());
            if (key.matches()) {
                String suffix = key.group(2) == null ? "" : key.group(2);
                Group known =
                        groups.getOrDefault(
                                suffix,
                                new Group(
                                        Map.of(),
                                        new Query.Wanted(List.of(), Set.of()),
                                        new Query.Wanted(List.of(), Set.of()),
                                        Optional.empty()));
                groups.put(suffix, with(known, key.group(1), suffix, pair.getValue(), query));
            }
        }
        return groups;
    }

    private static Group with(
            Group known, String prefix, String suffix, String value, Query query) {
        return switch (prefix) {
            case "resources" ->
                    new Group(
                            Query.resources(value),
                            known.traits(),
                            known.aggregates(),
                            known.tree());
            case "required" ->
                    new Group(
                            known.resources(),
                            query.traits("required" + suffix),
                            known.aggregates(),
                            known.tree());
            case "member_of" ->
                    new Group(
                            known.resources(),
                            known.traits(),
                            query.aggregates("member_of" + suffix),
                            known.tree());
            default ->
                    new Group(
                            known.resources(),
                            known.traits(),
                            known.aggregates(),
                            Optional.of(Query.tree(value)));
        };
    }

    private static void check(Map<String, Group> groups, List<Set<String>> subtrees) {
        List<String> without = new ArrayList<>();
        groups.forEach((suffix, group) -> {
            if (group.resources().isEmpty()) {
                without.add(suffix);
            }
        });
        if (without.size() == groups.size()) {
            throw new ApiError(
                    400,
                    ApiError.MISSING_VALUE,
                    "There must be at least one resources or resources[$S] parameter.");
        }
        Set<String> named = new LinkedHashSet<>();
        subtrees.forEach(named::addAll);
        List<String> bad = without.stream().filter(suffix -> !named.contains(suffix)).toList();
        if (!bad.isEmpty()) {
            throw new ApiError(
                    400,
                    ApiError.BAD_VALUE,
                    "Resourceless suffixed group request should be specified in `same_subtree`"
                            + " query param: bad group(s) - "
                            + quoted(bad)
                            + ".");
        }
        List<String> unreal = named.stream().filter(suffix -> !groups.containsKey(suffix)).toList();
        if (!unreal.isEmpty()) {
            throw new ApiError(
                    400,
                    ApiError.BAD_VALUE,
                    "Real suffixes should be specified in `same_subtree`: "
                            + quoted(unreal)
                            + " not found in "
                            + quoted(List.copyOf(groups.keySet()))
                            + ".");
        }
        checkForbidden(groups);
    }

    private static void checkForbidden(Map<String, Group> groups) {
        TreeSet<String> conflicts = new TreeSet<>();
        groups.forEach((suffix, group) -> {
            for (Set<String> any : group.traits().required()) {
                if (group.traits().forbidden().containsAll(any)) {
                    conflicts.add(
                            "required"
                                    + suffix
                                    + ": ("
                                    + String.join(", ", new TreeSet<>(any))
                                    + ")");
                }
            }
        });
        if (!conflicts.isEmpty()) {
            throw ApiError.bad(
                    "Conflicting required and forbidden traits found in the following traits"
                            + " keys: "
                            + String.join(", ", conflicts));
        }
    }

    private static String quoted(List<String> words) {
        List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
        return "[" + String.join(", ", quoted) + "]";
    }
}
