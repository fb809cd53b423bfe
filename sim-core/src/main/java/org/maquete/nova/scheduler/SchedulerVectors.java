package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays recorded decisions of the real nova-scheduler: one JSON object a line with config, hosts
 * and request, and what the real code answered. Compared are the hosts after ignored, forced and
 * requested ones, the survivors of each filter in order, raw value, share and multiplier of each
 * weigher, weights to the last bit and their order, the sequence of a request for many servers with
 * alternates, and the name of an error.
 */
public final class SchedulerVectors {

    private final JsonNode line;
    private final HostStates hosts;
    private final RequestSpec spec;
    private final FilterScheduler scheduler;

    private SchedulerVectors(JsonNode line) {
        this.line = line;
        List<Host> all = new ArrayList<>();
        for (JsonNode each : line.path("hosts")) {
            all.add(VectorHosts.host(each));
        }
        this.hosts = new HostStates(all);
        this.spec = VectorRequests.request(line.path("request"));
        this.scheduler = new FilterScheduler(options(line.path("config")));
    }

    /** Where our answer to a recorded case differs; empty: nowhere. */
    public static Optional<String> difference(String json) {
        JsonNode line;
        try {
            line = JsonMapper.builder().build().readTree(json);
        } catch (JacksonException broken) {
            return Optional.of("expected JSON, found " + broken.getOriginalMessage());
        }
        String expected = error(line.path("expect"), "sequence");
        try {
            SchedulerVectors vector = new SchedulerVectors(line);
            Optional<String> found = vector.decision();
            if (found.isEmpty() && !expected.isEmpty()) {
                found = Optional.of("expected the error " + expected + ", found none");
            }
            return found.or(vector::sequence).map(text -> id(line) + ": " + text);
        } catch (SchedulingError e) {
            return expected.startsWith(e.type())
                    ? Optional.empty()
                    : Optional.of(
                            id(line)
                                    + ": expected "
                                    + none(expected)
                                    + ", found "
                                    + e.getMessage());
        }
    }

    private static String none(String expected) {
        return expected.isEmpty() ? "no error" : "the error " + expected;
    }

    private static String id(JsonNode line) {
        return line.path("id").asString("?");
    }

    /** The error that a recording expects, except that of a stage. */
    private static String error(JsonNode expect, String notOf) {
        for (Map.Entry<String, JsonNode> each : expect.properties()) {
            String key = each.getKey();
            boolean error = key.contains("error") || key.contains("exception");
            if (error && !key.startsWith(notOf)) {
                JsonNode value = each.getValue();
                return value.isString() ? value.asString() : value.path("type").asString("");
            }
        }
        return "";
    }

    private static SchedulerOptions options(JsonNode config) {
        Map<String, String> options = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : config.properties()) {
            String name = each.getKey();
            List<String> words = new ArrayList<>();
            for (JsonNode word : each.getValue()) {
                words.add(word.asString());
            }
            boolean list = each.getValue().isArray();
            options.put(
                    name.contains(".") ? name : "DEFAULT." + name,
                    list ? String.join(",", words) : each.getValue().asString());
        }
        return SchedulerOptions.of(options);
    }

    /** What one server's decision differs in. */
    private Optional<String> decision() {
        JsonNode expect = line.path("expect");
        Explanation why = scheduler.explain(hosts, spec);
        Optional<String> different =
                differs("after_ignore_force", names(why.entered()), expect)
                        .or(() -> steps(why, expect.path("after_each_filter")))
                        .or(() -> differs("filtered", names(why.survivors()), expect))
                        .or(() -> weighers(why, expect.path("weighers")))
                        .or(() -> weighed(why, expect.path("weighed")));
        if (different.isPresent() || expect.path("weighed").isMissingNode()) {
            return different;
        }
        int chosen = scheduler.choose(hosts, spec);
        int best = why.ranking().length == 0 ? Scheduler.NONE : why.ranking()[0];
        return chosen == best
                ? Optional.empty()
                : Optional.of("the fast way chose host " + chosen + ", the slow way " + best);
    }

    private Optional<String> differs(String what, Object found, JsonNode expect) {
        JsonNode wanted = expect.path(what);
        return wanted.isMissingNode() ? Optional.empty() : compared(what, wanted, found);
    }

    private static Optional<String> compared(String what, JsonNode wanted, Object found) {
        String expected = plain(wanted).toString();
        return expected.equals(found.toString())
                ? Optional.empty()
                : Optional.of(what + ": expected " + expected + ", found " + found);
    }

    private Optional<String> steps(Explanation why, JsonNode wanted) {
        List<Object> found = new ArrayList<>();
        for (Explanation.Step step : why.steps()) {
            found.add(List.of(step.filter(), names(step.left())));
        }
        return wanted.isMissingNode()
                ? Optional.empty()
                : compared("after_each_filter", wanted, found);
    }

    private static Optional<String> weighers(Explanation why, JsonNode wanted) {
        for (Map.Entry<String, JsonNode> each : wanted.properties()) {
            Optional<Explanation.Weighed> found =
                    why.weighed().stream()
                            .filter(w -> w.weigher().equals(each.getKey()))
                            .findFirst();
            if (found.isEmpty()) {
                return Optional.of("expected the weigher " + each.getKey() + ", found none");
            }
            JsonNode parts = each.getValue();
            Optional<String> different =
                    numbers(each.getKey() + " raw", parts.path("raw"), found.get().raw())
                            .or(() ->
                                    numbers(
                                            each.getKey() + " normalized",
                                            parts.path("normalized"),
                                            found.get().share()))
                            .or(() ->
                                    numbers(
                                            each.getKey() + " multiplier",
                                            parts.path("multiplier"),
                                            found.get().multiplier()));
            if (different.isPresent()) {
                return different;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> numbers(String what, JsonNode wanted, double[] found) {
        if (wanted.isMissingNode()) {
            return Optional.empty();
        }
        double[] expected = new double[wanted.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = wanted.path(i).asDouble();
        }
        boolean equal = expected.length == found.length;
        for (int i = 0; equal && i < expected.length; i++) {
            equal = expected[i] == found[i];
        }
        return equal
                ? Optional.empty()
                : Optional.of(
                        what
                                + ": expected "
                                + Arrays.toString(expected)
                                + ", found "
                                + Arrays.toString(found));
    }

    private Optional<String> weighed(Explanation why, JsonNode wanted) {
        List<String> expected = new ArrayList<>();
        for (JsonNode each : wanted) {
            expected.add(
                    each.path(0).asString()
                            + "/"
                            + each.path(1).asString()
                            + " "
                            + each.path(2).asDouble());
        }
        List<String> found = new ArrayList<>();
        for (int k = 0; k < why.ranking().length; k++) {
            Host host = hosts.host(why.ranking()[k]);
            found.add(host.host() + "/" + host.node() + " " + why.weights()[k]);
        }
        return wanted.isMissingNode() || expected.equals(found)
                ? Optional.empty()
                : Optional.of("weighed: expected " + expected + ", found " + found);
    }

    /** What a request for many servers differs in. */
    private Optional<String> sequence() {
        JsonNode expect = line.path("expect");
        String error = expect.path("sequence_error").asString("");
        if (error.isEmpty() && expect.path("sequence").isMissingNode()) {
            return Optional.empty();
        }
        List<String> uuids = new ArrayList<>(list(line.path("instance_uuids")));
        for (int i = uuids.size(); i < spec.instanceCount(); i++) {
            uuids.add(i == 0 ? spec.instanceUuid() : spec.instanceUuid() + " " + i);
        }
        int alternates = line.path("num_alternates").asInt(0);
        Destinations found =
                scheduler.select(hosts, spec, uuids, Candidates.all(hosts, alternates));
        if (!error.isEmpty()) {
            return error.equals("NoValidHost") && !found.isValid()
                    ? Optional.empty()
                    : Optional.of("expected " + error + ", found " + found);
        }
        List<Object> selected = new ArrayList<>();
        for (Destinations.Selection each : found.selections()) {
            List<Object> one = new ArrayList<>();
            one.add(name(each.host()));
            each.alternates().forEach(host -> one.add(name(host)));
            selected.add(one);
        }
        return compared("sequence", expect.path("sequence"), selected);
    }

    private List<Object> names(int[] of) {
        List<Object> names = new ArrayList<>();
        for (int i : of) {
            names.add(name(i));
        }
        return names;
    }

    private List<String> name(int i) {
        return List.of(hosts.host(i).host(), hosts.host(i).node());
    }

    private static Object plain(JsonNode node) {
        if (!node.isArray()) {
            return node.asString("");
        }
        List<Object> list = new ArrayList<>();
        for (JsonNode each : node) {
            list.add(plain(each));
        }
        return list;
    }

    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
        return texts;
    }

    static List<String> list(JsonNode node) {
        List<String> list = new ArrayList<>();
        if (node.isString()) {
            list.add(node.asString());
        }
        if (node.isArray()) {
            for (JsonNode each : node) {
                list.add(each.asString(""));
            }
        }
        return list;
    }
}
