package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.kernel.Fact;
import org.maquete.kernel.JournalEntry;
import org.maquete.world.World;

/**
 * What the agents of a model write into its log, taken from the facts of a run: the lines of the
 * uniter, of leadership, of the provisioner and of connections, at the level INFO that a model has
 * by default. What charms write themselves ({@code juju-log}) nobody knows here. The hook of a
 * relation or unit that is gone by now has lost the name of its endpoint.
 */
public final class DebugLogView {

    private static final String UNITER = "juju.worker.uniter";
    private static final String PROVISIONER = "juju.worker.provisioner";
    // worker/uniter/runner: charms of OpenStack have a file for each hook
    private static final String HANDLER = "(via explicit, bespoke hook script)";

    private final World world;
    private final String model;
    private final List<Line> lines = new ArrayList<>();
    private final TreeSet<String> led = new TreeSet<>();

    /**
     * A line.
     *
     * @param entity the tag of who wrote it: {@code unit-vault-0}, {@code machine-0-lxd-1}
     * @param module the logger: {@code juju.worker.uniter}
     */
    public record Line(String entity, long timeNs, Level level, String module, String message) {}

    /** How grave a line is, the least first: github.com/juju/loggo, level.go. */
    public enum Level {
        /** Everything. */
        TRACE,
        /** For developers. */
        DEBUG,
        /** What happens. */
        INFO,
        /** What may be wrong. */
        WARNING,
        /** What is wrong. */
        ERROR
    }

    private DebugLogView(World world, String model) {
        this.world = world;
        this.model = model;
    }

    /** All lines of a model in order of time. */
    public static List<Line> of(World world, List<JournalEntry> entries, String model) {
        DebugLogView log = new DebugLogView(world, model);
        for (JournalEntry entry : entries) {
            if (entry.what() instanceof JournalEntry.Happened(Fact fact)) {
                log.take(fact, entry.timeNs());
            }
        }
        return List.copyOf(log.lines);
    }

    private void take(Fact fact, long timeNs) {
        switch (fact) {
            case MachineAdded f when f.model().equals(model) -> {
                String text = "found machine pending provisioning id:%s, details:%s";
                String said = text.replace("%s", f.machine());
                add(provisioner(f.machine()), timeNs, Level.INFO, PROVISIONER, said);
            }
            case InstanceFound f when f.model().equals(model) && !f.instanceId().isEmpty() ->
                    add(provisioner(f.machine()), timeNs, Level.INFO, PROVISIONER, started(f));
            case InstanceStatusSet f when f.model().equals(model) -> instance(f, timeNs);
            case MachineAgentChanged f when f.model().equals(model) ->
                    connected(f.current(), f.machine(), "machine-" + dashed(f.machine()), timeNs);
            case HookStarted f when f.model().equals(model) -> queued(f, timeNs);
            case HookFinished f when f.model().equals(model) ->
                    add(
                            tag(f.unit()),
                            timeNs,
                            Level.INFO,
                            UNITER + ".operation",
                            "ran \"" + name(f.unit(), f.hook()) + "\" hook " + HANDLER);
            case HookFailed f when f.model().equals(model) -> failed(f, timeNs);
            case LeaderElected f when f.model().equals(model) -> {
                // the first leader was no minion before, so that nothing is said of it
                if (!led.add(f.application())) {
                    String said = f.unit() + " promoted to leadership of " + f.application();
                    add(tag(f.unit()), timeNs, Level.INFO, "juju.worker.leadership", said);
                }
            }
            default -> {
                // nobody writes a line about it
            }
        }
    }

    /** Machines are made by the controller, containers by the agent of their host. */
    private static String provisioner(String machine) {
        int slash = machine.indexOf('/');
        return slash < 0 ? "controller-0" : "machine-" + machine.substring(0, slash);
    }

    /** worker/provisioner/provisioner_task.go; the network is left empty. */
    private static String started(InstanceFound fact) {
        return "started machine "
                + fact.machine()
                + " as instance "
                + fact.instanceId()
                + " with hardware \""
                + fact.hardware()
                + "\", network config [], volumes [], volume attachments map[], subnets to zones"
                + " [], lxd profiles []";
    }

    private void instance(InstanceStatusSet fact, long timeNs) {
        String entity = provisioner(fact.machine());
        if (fact.current().equals("provisioning error")) {
            String said =
                    "cannot start instance for machine \""
                            + fact.machine()
                            + "\": "
                            + fact.message();
            add(entity, timeNs, Level.ERROR, PROVISIONER, said);
        } else if (fact.message().startsWith("failed to start machine ")) {
            add(entity, timeNs, Level.WARNING, PROVISIONER, fact.message());
        }
    }

    /** worker/apicaller/connect.go. */
    private void connected(String current, String machine, String entity, long timeNs) {
        Optional<Model> own = world.table(JujuTables.MODELS).find(model);
        String controller = model.substring(0, model.indexOf(':')) + ":controller";
        Optional<Machine> server = JujuView.machine(world, controller, "0");
        boolean isKnown = server.isPresent() && !server.get().addresses().isEmpty();
        if (current.equals("started") && own.isPresent() && isKnown) {
            String said =
                    "["
                            + own.get().uuid().substring(0, 6)
                            + "] \""
                            + entity
                            + "\" successfully connected to \""
                            + server.get().addresses().getFirst()
                            + ":17070\"";
            add(entity, timeNs, Level.INFO, "juju.worker.apicaller", said);
        } else if (current.equals("down")) {
            String said = "machine " + machine + " is not communicating with the server";
            add("controller-0", timeNs, Level.WARNING, "juju.apiserver", said); // GUESS, text
        }
    }

    private void queued(HookStarted fact, long timeNs) {
        Hook.Kind kind = fact.hook().kind();
        if (kind == Hook.Kind.INSTALL) {
            add(tag(fact.unit()), timeNs, Level.INFO, UNITER, "hooks are retried true");
        }
        if (kind == Hook.Kind.INSTALL
                || kind == Hook.Kind.LEADER_ELECTED
                || kind == Hook.Kind.START) {
            String said = "found queued \"" + fact.hook() + "\" hook";
            add(tag(fact.unit()), timeNs, Level.INFO, UNITER, said);
        }
    }

    private void failed(HookFailed fact, long timeNs) {
        String said =
                "hook \""
                        + name(fact.unit(), fact.hook())
                        + "\" "
                        + HANDLER
                        + " failed: exit status 1";
        String kind = fact.hook().toString();
        int blank = kind.indexOf(' ');
        String word = blank < 0 ? kind : kind.substring(0, blank);
        add(tag(fact.unit()), timeNs, Level.ERROR, UNITER + ".operation", said);
        String awaiting = "awaiting error resolution for \"" + word + "\" hook";
        add(tag(fact.unit()), timeNs, Level.INFO, UNITER, awaiting);
    }

    private String name(String unit, Hook hook) {
        return JujuView.unit(world, model, unit)
                .map(there -> HookOrder.name(world, there, hook))
                .orElse(hook.toString());
    }

    private static String tag(String unit) {
        return "unit-" + dashed(unit);
    }

    private static String dashed(String name) {
        return name.replace('/', '-');
    }

    private void add(String entity, long timeNs, Level level, String module, String message) {
        lines.add(new Line(entity, timeNs, level, module, message));
    }
}
