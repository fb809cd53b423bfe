package org.maquete.placement;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code GET /allocation_candidates} with one group of resources, for hypervisors that have neither
 * children nor providers that share with them: then a provider is a candidate by itself or not.
 *
 * @param resources amounts by resource class
 * @param required traits
 * @param forbidden traits
 * @param memberOf it is in one of each of these lists of aggregates
 * @param notMemberOf it is in none of these aggregates
 * @param inTree the uuid of the only one, or empty
 * @param limit the most candidates; 0: all
 */
public record CandidateRequest(
        SortedMap<String, Long> resources,
        SortedSet<String> required,
        SortedSet<String> forbidden,
        List<List<String>> memberOf,
        SortedSet<String> notMemberOf,
        String inTree,
        int limit) {

    public CandidateRequest {
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
        forbidden = Collections.unmodifiableSortedSet(new TreeSet<>(forbidden));
        memberOf = List.copyOf(memberOf);
        notMemberOf = Collections.unmodifiableSortedSet(new TreeSet<>(notMemberOf));
    }
}
