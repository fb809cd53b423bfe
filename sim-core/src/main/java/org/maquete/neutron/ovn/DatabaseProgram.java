package org.maquete.neutron.ovn;

import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.ovn.OvnCluster;
import org.maquete.ovn.OvnView;
import org.maquete.ovn.nb.NorthboundText;
import org.maquete.ovn.nb.RowIds;
import org.maquete.tool.Deed;
import org.maquete.tool.HostProgram;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/**
 * {@code ovn-nbctl} and {@code ovn-sbctl} on a unit of ovn-central: they ask the server of their
 * host by its socket, and only the leader of the cluster answers, unless {@code --no-leader-only}
 * is given.
 */
final class DatabaseProgram implements HostProgram {

    private static final String NBCTL = "ovn-nbctl";

    private final String name;

    private DatabaseProgram(String name) {
        this.name = name;
    }

    static DatabaseProgram northbound() {
        return new DatabaseProgram(NBCTL);
    }

    static DatabaseProgram southbound() {
        return new DatabaseProgram("ovn-sbctl");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Parsed parse(List<String> words, String host) {
        int at = 1;
        boolean isLeaderOnly = true;
        while (at < words.size() && words.get(at).startsWith("--")) {
            String option = words.get(at);
            if (!option.equals("--leader-only") && !option.equals("--no-leader-only")) {
                return new Parsed.NotModelled(name + " " + option);
            }
            isLeaderOnly = option.equals("--leader-only");
            at++;
        }
        if (at >= words.size()) {
            return wrong("missing command name (use --help for help)");
        }
        List<String> command = List.copyOf(words.subList(at, words.size()));
        boolean isKnown =
                switch (command.getFirst()) {
                    case "show" -> true;
                    case "ls-list", "lr-list" -> name.equals(NBCTL);
                    default -> false;
                };
        if (!isKnown) {
            return new Parsed.NotModelled(name + " " + command.getFirst());
        }
        int most = command.getFirst().equals("show") && name.equals(NBCTL) ? 1 : 0;
        if (command.size() - 1 > most) {
            return wrong(
                    "'" + command.getFirst() + "' command takes at most " + most + " arguments");
        }
        return new Parsed.Right(new Asked(this, command, host, isLeaderOnly));
    }

    /** A line that was understood. */
    private record Asked(
            DatabaseProgram program, List<String> command, String host, boolean isLeaderOnly)
            implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            return program.answer(command, host, isLeaderOnly, world);
        }

        @Override
        public Answer refused(Refusal refusal, World world) {
            return Answer.failed(1, refusal.message());
        }
    }

    private Parsed wrong(String message) {
        return new Parsed.Wrong(rejected("usage", name + ": " + message));
    }

    private static Rejected rejected(String code, String message) {
        return new Rejected(new Refusal(code, "", message, Ref.NONE), Answer.failed(1, message));
    }

    private Deed answer(List<String> command, String host, boolean isLeaderOnly, World world) {
        Optional<Unit> unit = unitOn(world, host);
        if (unit.isEmpty()) {
            // the package is on ovn-central's units alone: Ubuntu 22.04, bash
            String message = "bash: line 1: " + name + ": command not found";
            return new Deed.Reject(
                    new Rejected(Refusal.of("127", message), Answer.failed(127, message)));
        }
        Optional<String> trouble = trouble(unit.get(), host, isLeaderOnly, world);
        if (trouble.isPresent()) {
            String kind = name.equals(NBCTL) ? "nb" : "sb";
            String socket = "unix:/var/run/ovn/ovn" + kind + "_db.sock";
            String what = ": database connection failed (" + trouble.get() + ")";
            return new Deed.Reject(rejected("database", name + ": " + socket + what));
        }
        return new Deed.Say(Answer.of(text(command, world).stripTrailing()));
    }

    private static Optional<Unit> unitOn(World world, String host) {
        for (Unit unit : JujuView.unitsOfCharm(world, "ovn-central")) {
            if (JujuView.hostOf(world, unit).equals(host)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** Why the server of a unit does not answer: the errno's text, which is empty for none. */
    private Optional<String> trouble(Unit unit, String host, boolean isLeaderOnly, World world) {
        Optional<OvnCluster> cluster = OvnView.cluster(world, unit.model(), unit.application());
        if (cluster.isEmpty() || !HostView.isRunning(world, host, OvnView.SERVICE)) {
            return Optional.of("No such file or directory");
        }
        String server = name.equals(NBCTL) ? OvnView.NORTHBOUND : OvnView.SOUTHBOUND;
        if (HostView.isStopped(world, host, server)) {
            return Optional.of("No such file or directory");
        }
        boolean isHeard = OvnView.electors(world, cluster.get(), server).contains(unit);
        String leader =
                name.equals(NBCTL) ? cluster.get().northbound() : cluster.get().southbound();
        boolean isAnswered = isHeard && (!isLeaderOnly || leader.equals(unit.name()));
        return isAnswered ? Optional.empty() : Optional.of("");
    }

    private String text(List<String> command, World world) {
        if (!name.equals(NBCTL)) {
            return SouthboundView.show(world);
        }
        NorthboundText text = new NorthboundText(NorthboundView.of(world), RowIds.DRAWN);
        return switch (command.getFirst()) {
            case "ls-list" -> text.switches();
            case "lr-list" -> text.routers();
            default -> command.size() > 1 ? text.show(command.get(1)) : text.show();
        };
    }
}
