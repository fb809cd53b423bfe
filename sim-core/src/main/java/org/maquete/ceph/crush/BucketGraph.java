package org.maquete.ceph.crush;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.TopologicalOrderIterator;

/** Which bucket stands in which, by their ids: what should be trees, before anybody walks down. */
final class BucketGraph {

    private final Graph<Integer, DefaultEdge> graph;

    private BucketGraph(Graph<Integer, DefaultEdge> graph) {
        this.graph = graph;
    }

    static BucketGraph of(List<CrushDraft.Placed<Bucket>> buckets) {
        Graph<Integer, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        for (CrushDraft.Placed<Bucket> each : buckets) {
            graph.addVertex(each.value().id());
            for (int i = 0; i < each.value().items().count(); i++) {
                int item = each.value().items().get(i);
                if (item < 0) {
                    Graphs.addEdgeWithVertices(graph, each.value().id(), item);
                }
            }
        }
        return new BucketGraph(graph);
    }

    /** Buckets each of which stands in the next, and the last in the first; none in a tree. */
    List<Integer> circle() {
        Set<Integer> round = new CycleDetector<>(graph).findCycles();
        if (round.isEmpty()) {
            return List.of();
        }
        TreeMap<Integer, Integer> stepAt = new TreeMap<>();
        List<Integer> way = new ArrayList<>();
        int id = Collections.max(round);
        while (stepAt.putIfAbsent(id, way.size()) == null) {
            way.add(id);
            id =
                    Graphs.predecessorListOf(graph, id).stream()
                            .filter(round::contains)
                            .findFirst()
                            .orElseThrow();
        }
        return way.subList(stepAt.get(id), way.size());
    }

    /** How many buckets stand one in another; there must be no circle. */
    int depth() {
        TreeMap<Integer, Integer> depths = new TreeMap<>();
        int deepest = 0;
        for (int id : (Iterable<Integer>) () -> new TopologicalOrderIterator<>(graph)) {
            int own = depths.getOrDefault(id, 1);
            deepest = Math.max(deepest, own);
            Graphs.successorListOf(graph, id)
                    .forEach(below -> depths.merge(below, own + 1, Math::max));
        }
        return deepest;
    }
}
