package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Refusal;
import org.maquete.maas.AbortOperation;
import org.maquete.maas.CommissionMachine;
import org.maquete.maas.DeleteMachine;
import org.maquete.maas.DeployMachine;
import org.maquete.maas.EnterRescueMode;
import org.maquete.maas.Erase;
import org.maquete.maas.ExitRescueMode;
import org.maquete.maas.LockMachine;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.MarkBroken;
import org.maquete.maas.MarkFixed;
import org.maquete.maas.NodeStatus;
import org.maquete.maas.OverrideFailedTesting;
import org.maquete.maas.PowerMachine;
import org.maquete.maas.QueryPowerState;
import org.maquete.maas.ReleaseMachine;
import org.maquete.maas.SetStorageLayout;
import org.maquete.maas.TestMachine;
import org.maquete.maas.UnlockMachine;
import org.maquete.maas.UpdateMachine;
import org.maquete.tool.Deed;
import org.maquete.tool.Verb;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** {@code maas PROFILE machine ...}. */
final class MachineVerbs {

    private static final List<String> SYSTEM_ID = List.of("system_id");
    private static final String DEFAULT_SERIES = "ubuntu/jammy"; // GUESS: the default of the lab

    private MachineVerbs() {}

    /** What a command is made of. */
    @FunctionalInterface
    private interface Asked {
        Command command(String hostname, ApiRequest request);
    }

    static List<Verb> all() {
        return List.of(
                ApiVerb.reading(
                        "machine read",
                        SYSTEM_ID,
                        (r, w) -> found(r, w, m -> say(MachineJson.of(m, w)))),
                changing("commission", MachineVerbs::commission, "testing_scripts"),
                changing(
                        "test",
                        (name, r) -> new TestMachine(name, scripts(r)),
                        "testing_scripts",
                        "enable_ssh"),
                changing(
                        "deploy",
                        (name, r) -> new DeployMachine(name, series(r.value("distro_series"))),
                        "distro_series",
                        "agent_name"),
                changing(
                        "release",
                        (name, r) -> new ReleaseMachine(name, erase(r)),
                        "erase",
                        "secure_erase",
                        "quick_erase",
                        "force"),
                changing("abort", (name, _) -> new AbortOperation(name)),
                changing("mark-broken", (name, r) -> new MarkBroken(name, r.value("comment"))),
                changing("mark-fixed", (name, _) -> new MarkFixed(name)),
                changing("override-failed-testing", (name, _) -> new OverrideFailedTesting(name)),
                changing("rescue-mode", (name, _) -> new EnterRescueMode(name)),
                changing("exit-rescue-mode", (name, _) -> new ExitRescueMode(name)),
                changing("lock", (name, _) -> new LockMachine(name)),
                changing("unlock", (name, _) -> new UnlockMachine(name)),
                new ApiVerb("machine power-on", SYSTEM_ID, MachineVerbs::powerOn, shown()),
                changing("power-off", (name, _) -> new PowerMachine(name, false), "stop_mode"),
                new ApiVerb(
                        "machine query-power-state",
                        SYSTEM_ID,
                        (r, w) -> found(r, w, m -> new Deed.Ask(new QueryPowerState(m.hostname()))),
                        (r, _, w) -> powerState(r, w)),
                changing(
                        "set-storage-layout",
                        (name, r) -> new SetStorageLayout(name, r.value("storage_layout")),
                        "storage_layout"),
                changing(
                        "update",
                        (name, r) -> new UpdateMachine(name, r.pairs()),
                        "description",
                        "zone",
                        "pool",
                        "power_type",
                        "power_parameters_power_address",
                        "power_parameters_power_pass"),
                new ApiVerb(
                        "machine delete",
                        SYSTEM_ID,
                        (r, w) -> found(r, w, m -> new Deed.Ask(new DeleteMachine(m.hostname()))),
                        (_, _, _) -> ApiAnswer.text("")));
    }

    /** An action that changes a machine and shows it afterwards. */
    private static Verb changing(String action, Asked asked, String... known) {
        List<String> names = new ArrayList<>(List.of(known));
        names.add("comment");
        return new ApiVerb(
                "machine " + action,
                SYSTEM_ID,
                (r, w) ->
                        r.stranger(names).isEmpty()
                                ? found(r, w, m -> new Deed.Ask(asked.command(m.hostname(), r)))
                                : new Deed.NotModelled(
                                        "maas machine " + action + " " + r.stranger(names) + "="),
                shown());
    }

    private static ApiVerb.Shown shown() {
        return (r, _, w) ->
                MaasView.bySystemId(w, r.first())
                        .map(m -> ApiAnswer.json(MachineJson.of(m, w)))
                        .orElse(ApiAnswer.text(""));
    }

    /** What to do with a machine that is there. */
    @FunctionalInterface
    private interface WithMachine {
        Deed deed(Machine machine);
    }

    private static Deed found(ApiRequest request, World world, WithMachine then) {
        Optional<Machine> machine = MaasView.bySystemId(world, request.first());
        return machine.isPresent()
                ? then.deed(machine.get())
                : ApiAnswer.reject(
                        Refusal.missing(
                                "404",
                                "No Machine matches the given query.",
                                "maas-machine",
                                request.first()));
    }

    private static Deed say(Value value) {
        return new Deed.Say(ApiAnswer.json(value));
    }

    private static Command commission(String hostname, ApiRequest request) {
        List<String> scripts = scripts(request);
        boolean tests = !scripts.equals(List.of("none"));
        return new CommissionMachine(hostname, tests, tests ? scripts : List.of());
    }

    /** Several with commas, or several times the name. */
    private static List<String> scripts(ApiRequest request) {
        List<String> scripts = new ArrayList<>();
        for (String value : request.values("testing_scripts")) {
            for (String each : value.split(",", -1)) {
                if (!each.isBlank()) {
                    scripts.add(each.strip());
                }
            }
        }
        return scripts;
    }

    /** {@code jammy} and {@code ubuntu/jammy} are the same. */
    private static String series(String typed) {
        if (typed.isEmpty()) {
            return DEFAULT_SERIES;
        }
        return typed.contains("/") ? typed : "ubuntu/" + typed;
    }

    private static Erase erase(ApiRequest request) {
        if (request.isTrue("secure_erase")) {
            return Erase.SECURE;
        } else if (request.isTrue("quick_erase")) {
            return Erase.QUICK;
        }
        return request.isTrue("erase") ? Erase.FULL : Erase.NONE;
    }

    /** A machine that is only allocated is deployed by it: MAAS 3.5, models/node.py, start. */
    private static Deed powerOn(ApiRequest request, World world) {
        return found(
                request,
                world,
                m ->
                        new Deed.Ask(
                                m.status() == NodeStatus.ALLOCATED
                                        ? new DeployMachine(m.hostname(), DEFAULT_SERIES)
                                        : new PowerMachine(m.hostname(), true)));
    }

    private static Answer powerState(ApiRequest request, World world) {
        String state =
                MaasView.bySystemId(world, request.first())
                        .map(m -> m.power().state())
                        .orElse("unknown");
        return ApiAnswer.json(Json.object().text("state", state).value());
    }
}
