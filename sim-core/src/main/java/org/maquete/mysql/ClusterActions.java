package org.maquete.mysql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Unit;
import org.maquete.world.World;

/**
 * The actions of the charm that work on the cluster: {@code src/actions/actions.py}, stable/jammy.
 * What MySQL Shell throws is the result {@code output}; the trace of the action is left out.
 */
final class ClusterActions {

    static final List<String> NAMES =
            List.of(
                    "add-instance",
                    "cluster-rescan",
                    "cluster-status",
                    "reboot-cluster-from-complete-outage",
                    "rejoin-instance",
                    "remove-instance",
                    "set-cluster-option");

    // GUESS, text: MySQL Shell 8.0 from memory
    private static final String STANDALONE =
            "RuntimeError: Dba.get_cluster: This function is not available through a session to a"
                    + " standalone instance (metadata exists, instance belongs to that metadata,"
                    + " but GR is not active)";

    private final HookContext context;
    private final HookOutcome out;
    private final String version;
    private final World world;
    private final String model;
    private final List<Member> members;

    ClusterActions(HookContext context, HookOutcome out, String version) {
        this.context = context;
        this.out = out;
        this.version = version;
        this.world = context.world();
        this.model = context.unit().model();
        this.members = MysqlView.members(world, model, context.application().name());
    }

    void run(String action, Map<String, String> parameters) {
        switch (action) {
            case "add-instance" -> add(parameters.getOrDefault("address", ""));
            case "cluster-rescan" -> rescan();
            case "cluster-status" -> out.result("cluster-status", status());
            case "reboot-cluster-from-complete-outage" -> reboot();
            case "rejoin-instance" -> rejoin(parameters.getOrDefault("address", ""));
            case "remove-instance" ->
                    remove(
                            parameters.getOrDefault("address", ""),
                            parameters.getOrDefault("force", "").equalsIgnoreCase("true"));
            case "set-cluster-option" ->
                    setOption(
                            parameters.getOrDefault("key", ""),
                            parameters.getOrDefault("value", ""));
            default -> throw new IllegalArgumentException("expected " + NAMES + ": " + action);
        }
    }

    /**
     * The instance is configured and added by the leader; what fails on the way is only logged, and
     * the function returns nothing, which is the output. Where the users cannot be written, or the
     * unit may not note in the leader's settings that it is done, the action throws (GUESS, text:
     * juju says so of a program that exits with an error).
     */
    private void add(String address) {
        if (!isServing() || !context.unit().leader()) {
            out.failAction("exit status 1");
            return;
        }
        Cluster cluster =
                MysqlView.cluster(world, model, context.application().name()).orElseThrow();
        for (Unit unit : context.peers()) {
            if (unit.address().equals(address) && MysqlView.runs(world, unit)) {
                out.command(
                        new AddMembers(
                                model,
                                cluster.application(),
                                cluster.name(),
                                cluster.primary(),
                                cluster.expelSeconds(),
                                List.of(unit.name())));
            }
        }
        out.result("outcome", "Success");
        out.result("output", "None");
    }

    private void rescan() {
        Optional<Cluster> cluster = MysqlView.cluster(world, model, context.application().name());
        if (cluster.isEmpty() || !isServing()) {
            failed("Cluster rescan failed.", STANDALONE);
        } else {
            out.result("outcome", "Success");
            out.result("output", RescanText.of(cluster.get(), members));
        }
    }

    private String status() {
        Optional<Cluster> cluster = MysqlView.cluster(world, model, context.application().name());
        return cluster.isPresent() && isServing()
                ? StatusJson.of(cluster.get(), members, version)
                : "null"; // json.dumps(None)
    }

    private void reboot() {
        Optional<Member> own = own();
        if (own.isEmpty() || !MysqlHandler.runs(own.get(), world)) {
            failed("Reboot cluster from complete outage failed.", unreachable(address()));
            return;
        }
        Member member = own.get();
        if (MysqlHandler.isAnyOnline(members)) {
            // GUESS, text: MySQL Shell 8.0 from memory
            failed(
                    "Reboot cluster from complete outage failed.",
                    "RuntimeError: Dba.reboot_cluster_from_complete_outage: The cluster's instance"
                            + " '"
                            + firstOnline().endpoint()
                            + "' belongs to an InnoDB Cluster and is reachable. Please use"
                            + " <Cluster>.force_quorum_using_partition_of() to restore from the"
                            + " quorum loss.");
            return;
        }
        Member best = mostUpdated(member);
        if (best.transactions() > member.transactions()) {
            failed(
                    "Reboot cluster from complete outage failed.",
                    "RuntimeError: Dba.reboot_cluster_from_complete_outage: The active session"
                            + " instance ("
                            + member.endpoint()
                            + ") isn't the most updated in comparison with the ONLINE instances of"
                            + " the Cluster's metadata. Please use the most up to date instance:"
                            + " '"
                            + best.endpoint()
                            + "'.");
            return;
        }
        out.command(new RebootCluster(model, member.unit()));
        succeeded();
    }

    /** Of those whose server runs, the one that has executed most; this one among equals. */
    private Member mostUpdated(Member own) {
        Member best = own;
        for (Member member : members) {
            if (MysqlHandler.runs(member, world) && member.transactions() > best.transactions()) {
                best = member;
            }
        }
        return best;
    }

    private void rejoin(String address) {
        String failure = "Rejoin instance failed";
        Optional<Member> other = at(address);
        if (!isServing()) {
            failed(failure, STANDALONE);
        } else if (other.isEmpty() || !MysqlHandler.runs(other.get(), world)) {
            failed(failure, unreachable(address));
        } else if (MysqlHandler.isErrant(
                other.get(), MysqlHandler.cluster(other.get(), world), world)) {
            // GUESS, text: MySQL Shell 8.0 from memory
            failed(
                    failure,
                    "RuntimeError: Cluster.rejoin_instance: The instance '"
                            + other.get().endpoint()
                            + "' contains errant transactions that did not originate from the"
                            + " cluster.");
        } else {
            out.command(new RejoinMember(model, other.get().unit()));
            succeeded();
        }
    }

    /** An instance that cannot be reached is removed by force only. */
    private void remove(String address, boolean force) {
        Optional<Member> other = at(address);
        if (!isServing()) {
            failed("Remove instance failed", STANDALONE);
        } else if (other.isEmpty()) {
            // GUESS, text: MySQL Shell 8.0 from memory
            failed(
                    "Remove instance failed",
                    "RuntimeError: Cluster.remove_instance: Metadata for instance "
                            + address
                            + ":3306 not found");
        } else if (!force && !other.get().isOnline()) {
            failed("Remove instance failed", unreachable(address));
        } else {
            out.command(new RemoveMember(model, other.get().unit()));
            succeeded();
        }
    }

    private void setOption(String key, String value) {
        boolean isNumber = !value.isEmpty() && value.chars().allMatch(Character::isDigit);
        if (!isServing()) {
            failed("Set cluster option failed", STANDALONE);
        } else if (key.equals(MysqlHandler.EXPEL_OPTION) && !isNumber) {
            // GUESS, text: MySQL Shell 8.0 from memory
            failed(
                    "Set cluster option failed",
                    "TypeError: Cluster.set_option: Argument #2 is expected to be an integer");
        } else {
            out.command(new SetClusterOption(model, context.application().name(), key, value));
            succeeded();
        }
    }

    /** Whether this instance takes part in a group that has a majority. */
    private boolean isServing() {
        return own().filter(Member::isOnline).isPresent() && MysqlView.hasQuorum(members);
    }

    private Optional<Member> own() {
        return MysqlView.member(world, model, context.unit().name());
    }

    private Optional<Member> at(String address) {
        for (Member member : members) {
            if (member.address().equals(address)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    private Member firstOnline() {
        for (Member member : members) {
            if (member.isOnline()) {
                return member;
            }
        }
        throw new IllegalStateException("expected a member that takes part, found " + members);
    }

    private String address() {
        Unit unit = context.unit();
        return unit.address();
    }

    private static String unreachable(String address) {
        return "mysqlsh.DBError: MySQL Error (2003): Shell.connect: Can't connect to MySQL server"
                + " on '"
                + address
                + ":3306' (111)";
    }

    private void succeeded() {
        out.result("outcome", "Success");
        out.result("output", "");
    }

    private void failed(String message, String output) {
        // GUESS, text: the shell's Python puts the lines of a trace before what it throws
        out.result(
                "output",
                "Traceback (most recent call last):\n  File \"<string>\", line 2, in <module>\n"
                        + output
                        + "\n");
        out.result("return-code", "1");
        out.failAction(message);
    }
}
