package org.maquete.ceph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maquete.ceph.client.CephLine;
import org.maquete.ceph.client.CephLine.Reply;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.PoolDelete;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.world.Ints;

/**
 * The actions of ceph-mon: charm-ceph-mon stable/quincy.2, {@code actions} and {@code
 * src/ops_actions}. Most type a line of the ceph command and give what it prints. What the monitors
 * refuse only when they carry it out, such as too many groups, is not seen here.
 */
final class MonActions {

    // <words>: charms.ceph, broker.py, POOL_KEYS; another key is logged and nothing else
    private static final List<String> POOL_KEYS =
            List.of(
                    "size",
                    "min_size",
                    "crash_replay_interval",
                    "pgp_num",
                    "crush_ruleset",
                    "hashpspool",
                    "nodelete",
                    "nopgchange",
                    "nosizechange",
                    "write_fadvise_dontneed",
                    "noscrub",
                    "nodeep-scrub",
                    "hit_set_type",
                    "hit_set_count",
                    "hit_set_period",
                    "hit_set_fpp",
                    "cache_target_dirty_ratio",
                    "cache_target_dirty_high_ratio",
                    "cache_target_full_ratio",
                    "target_max_bytes",
                    "target_max_objects",
                    "cache_min_flush_age",
                    "cache_min_evict_age",
                    "fast_read",
                    "allow_ec_overwrites",
                    "compression_mode",
                    "compression_algorithm",
                    "compression_required_ratio",
                    "crush_rule");
    private static final int PERCENT = 10; // <percent>: actions.yaml, default of percent-data
    private static final int COPIES = 3; // <copies>: actions.yaml, default of replicas
    private static final String MESSAGE = "message";
    private static final double ONE = 0x10000; // <1>: 16.16 fixed point

    private final HookContext context;
    private final HookOutcome out;
    private final Map<String, String> parameters;

    private MonActions(HookContext context, HookOutcome out, Map<String, String> parameters) {
        this.context = context;
        this.out = out;
        this.parameters = parameters;
    }

    /** Runs an action; false when it is not modelled. */
    static boolean run(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        return new MonActions(context, out, parameters).run(action);
    }

    private boolean run(String action) {
        String name = parameters.getOrDefault("name", "");
        String key = parameters.getOrDefault("key", "");
        switch (action) {
            case "get-health" -> told("ceph health failed with message: ", "health");
            case "list-pools" -> {
                if (!parameters.getOrDefault("format", "text").equals("text")) {
                    return false;
                }
                told("List pools failed with error: ", "--id", "admin", "osd", "lspools");
            }
            case "list-erasure-profiles" ->
                    told(
                            "Listing erasure profiles failed with error: ",
                            "--id",
                            "admin",
                            "osd",
                            "erasure-code-profile",
                            "ls");
            case "show-disk-free" -> {
                String format = parameters.getOrDefault("format", "plain");
                String failed = "ceph osd df tree failed with message: ";
                told(failed, "--id", "admin", "osd", "df", "tree", "-f", format);
            }
            case "list-crush-rules" -> {
                return rules();
            }
            case "pool-get" -> {
                String failed = "Pool get failed with message: ";
                told(failed, "--id", "admin", "osd", "pool", "get", name, key);
            }
            case "pool-set" -> set(name, key, parameters.getOrDefault("value", ""));
            case "create-pool" -> {
                return create(name);
            }
            case "delete-pool" -> delete(name);
            case "set-noout" -> noout("set");
            case "unset-noout" -> noout("unset");
            case "pause-health" -> health("set");
            case "resume-health" -> health("unset");
            case "purge-osd" -> purge(parameters.getOrDefault("osd", ""));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Python's words for a command that fails. */
    private static String failure(List<String> words, Answer answer) {
        String shown =
                words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(", ", "[", "]"));
        String code = Integer.toString(answer.exit());
        return "Command '" + shown + "' returned non-zero exit status " + code + ".";
    }

    /** Types a line; its commands are carried out. Empty when it failed and the action with it. */
    private Optional<Answer> typed(String failed, String... words) {
        List<String> line = List.of(words);
        return switch (CephLine.type(line, context.world(), context.now())) {
            case Reply.Done(Answer answer, List<Command> commands) -> {
                commands.forEach(out::command);
                yield Optional.of(answer);
            }
            case Reply.Failed(Answer answer) -> {
                List<String> all = new ArrayList<>();
                all.add("ceph");
                all.addAll(line);
                out.failAction(failed + failure(all, answer));
                yield Optional.empty();
            }
            case Reply.NotModelled(String feature) -> {
                out.failAction(feature + " is not modelled");
                yield Optional.empty();
            }
        };
    }

    private void told(String failed, String... words) {
        typed(failed, words).ifPresent(answer -> out.result(MESSAGE, answer.stdout()));
    }

    private boolean rules() {
        if (!parameters.getOrDefault("format", "text").equals("text")) {
            return false;
        }
        out.result(
                MESSAGE,
                crush().rules().stream()
                        .map(rule -> "(" + rule.id() + ", " + rule.name() + ")")
                        .collect(Collectors.joining(",")));
        return true;
    }

    private CrushMap crush() {
        return CephClusterView.snapshot(context.world(), context.now()).crush();
    }

    private void set(String name, String key, String value) {
        if (POOL_KEYS.contains(key)) {
            String begin = "Setting pool key: " + key + " and value: " + value;
            String failed = begin + " failed with message: ";
            typed(failed, "--id", "admin", "osd", "pool", "set", name, key, value);
        }
    }

    /** A pool that is there is left as it is. */
    private boolean create(String name) {
        String type = parameters.getOrDefault("pool-type", "replicated");
        if (type.equals("erasure") || type.equals("erasure-coded")) {
            return false;
        }
        if (!type.equals("replicated")) {
            out.failAction(
                    "Unknown pool type of " + type + ". Only erasure or replicated is allowed");
            return true;
        }
        String application = parameters.getOrDefault("app-name", "unknown");
        int percent = number("percent-data", PERCENT);
        int copies = number("replicas", COPIES);
        if (copies > 0) {
            Broker.create(new CephPools.Wish(name, application, percent, copies), context, out);
        }
        return copies > 0;
    }

    private int number(String parameter, int otherwise) {
        String text = parameters.getOrDefault(parameter, "");
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** The action allows it for as long as it takes; a pool that is not there is deleted too. */
    private void delete(String name) {
        if (CephClusterView.pool(context.world(), name).isPresent()) {
            out.command(new PoolDelete(name));
        }
    }

    private void noout(String verb) {
        Reply reply =
                CephLine.type(
                        List.of("--id", "admin", "osd", verb, "noout"),
                        context.world(),
                        context.now());
        if (reply instanceof Reply.Done(Answer _, List<Command> commands)) {
            commands.forEach(out::command);
            out.result(MESSAGE, "Ceph osd noout has been " + verb);
        } else {
            out.failAction("Ceph osd noout failed to " + verb);
        }
    }

    /** A shell script: what it prints is no result (GUESS). */
    private void health(String verb) {
        for (String flag : List.of("nodown", "noout")) {
            if (!(CephLine.type(List.of("osd", verb, flag), context.world(), context.now())
                    instanceof Reply.Done(Answer _, List<Command> commands))) {
                out.failAction("exit status 1"); // GUESS, text: juju of a script that fails
                return;
            }
            commands.forEach(out::command);
        }
    }

    private void purge(String osd) {
        boolean isThere =
                osd.matches("[0-9]{1,6}")
                        && CephClusterView.snapshot(context.world(), context.now())
                                .map()
                                .osd(Integer.parseInt(osd))
                                .isPresent();
        if (!isThere) {
            out.failAction("OSD " + osd + " is not in the current list of OSDs");
            return;
        }
        double weight = weight(Integer.parseInt(osd));
        if (weight > 0) {
            out.failAction(
                    "OSD has weight "
                            + new BigDecimal(Double.toString(weight)).toPlainString()
                            + ", must have zero weight before this operation");
        } else if (!parameters.getOrDefault("i-really-mean-it", "").equalsIgnoreCase("true")) {
            out.failAction("i-really-mean-it is a required parameter");
        } else {
            purged(osd);
        }
    }

    private void purged(String osd) {
        List<List<String>> lines =
                List.of(
                        List.of("osd", "out", "osd." + osd),
                        List.of("osd", "purge", osd, "--yes-i-really-mean-it"));
        for (List<String> line : lines) {
            if (!(CephLine.type(line, context.world(), context.now())
                    instanceof Reply.Done(Answer _, List<Command> commands))) {
                out.failAction("OSD Purge for OSD " + osd + " failed");
                return;
            }
            commands.forEach(out::command);
        }
    }

    private double weight(int osd) {
        for (Bucket bucket : crush().buckets()) {
            Ints items = bucket.items();
            for (int i = 0; i < items.count(); i++) {
                if (items.get(i) == osd) {
                    return bucket.weightsFixed16().get(i) / ONE;
                }
            }
        }
        return 0;
    }
}
