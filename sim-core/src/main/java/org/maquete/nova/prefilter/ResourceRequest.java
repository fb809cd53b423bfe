package org.maquete.nova.prefilter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Placement is asked for.
 *
 * @param limit the most candidates; 0: all
 * @param groupPolicy {@code none}, {@code isolate} or empty
 * @param rootRequired traits that the root provider must have
 * @param rootForbidden traits that it must not have
 * @param groups by suffix; the one without a suffix may be spread over a tree
 */
public record ResourceRequest(
        int limit,
        String groupPolicy,
        SortedSet<String> rootRequired,
        SortedSet<String> rootForbidden,
        SortedMap<String, Group> groups) {

    public ResourceRequest {
        rootRequired = Collections.unmodifiableSortedSet(new TreeSet<>(rootRequired));
        rootForbidden = Collections.unmodifiableSortedSet(new TreeSet<>(rootForbidden));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /**
     * A group of resources.
     *
     * @param aggregates the provider is in one of each of these lists
     * @param forbiddenAggregates the provider is in none of these
     * @param inTree the uuid of the only root, or empty
     */
    public record Group(
            SortedMap<String, Long> resources,
            SortedSet<String> required,
            SortedSet<String> forbidden,
            List<List<String>> aggregates,
            SortedSet<String> forbiddenAggregates,
            String inTree) {

        public Group {
            resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
            required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
            forbidden = Collections.unmodifiableSortedSet(new TreeSet<>(forbidden));
            aggregates = List.copyOf(aggregates);
            forbiddenAggregates =
                    Collections.unmodifiableSortedSet(new TreeSet<>(forbiddenAggregates));
        }
    }

    /** The query as it is sent: parameters in order, encoded as Python does. */
    public String query() {
        List<String[]> all = new ArrayList<>();
        if (limit > 0) {
            add("limit", Integer.toString(limit), all);
        }
        if (!groupPolicy.isEmpty()) {
            add("group_policy", groupPolicy, all);
        }
        String root = traits(rootRequired, rootForbidden);
        if (!root.isEmpty()) {
            add("root_required", root, all);
        }
        groups.forEach((suffix, group) -> add(suffix, group, all));
        all.sort((a, b) -> {
            int byName = a[0].compareTo(b[0]);
            return byName == 0 ? a[1].compareTo(b[1]) : byName;
        });
        StringBuilder text = new StringBuilder();
        for (String[] each : all) {
            text.append(text.isEmpty() ? "" : "&");
            quote(each[0], text);
            text.append('=');
            quote(each[1], text);
        }
        return text.toString();
    }

    private static void add(String suffix, Group group, List<String[]> all) {
        List<String> resources = new ArrayList<>();
        group.resources().forEach((name, amount) -> resources.add(name + ":" + amount));
        Collections.sort(resources);
        add("resources" + suffix, String.join(",", resources), all);
        String traits = traits(group.required(), group.forbidden());
        if (!traits.isEmpty()) {
            add("required" + suffix, traits, all);
        }
        for (List<String> any : group.aggregates()) {
            add("member_of" + suffix, "in:" + String.join(",", new TreeSet<>(any)), all);
        }
        if (!group.inTree().isEmpty()) {
            add("in_tree" + suffix, group.inTree(), all);
        }
        if (!group.forbiddenAggregates().isEmpty()) {
            String none = "!in:" + String.join(",", group.forbiddenAggregates());
            add("member_of" + suffix, none, all);
        }
    }

    private static void add(String name, String value, List<String[]> all) {
        all.add(new String[] {name, value});
    }

    private static String traits(SortedSet<String> required, SortedSet<String> forbidden) {
        List<String> all = new ArrayList<>(required);
        forbidden.forEach(each -> all.add("!" + each));
        return String.join(",", all);
    }

    /** urllib.parse.quote_plus of texts that are ASCII. */
    private static void quote(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (letter || c >= '0' && c <= '9' || "_.-~".indexOf(c) >= 0) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%');
                out.append(Character.toUpperCase(Character.forDigit(c >> 4 & 15, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
    }
}
