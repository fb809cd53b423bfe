package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Model;
import org.maquete.juju.Unit;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.maas.Address;
import org.maquete.maas.MaasView;
import org.maquete.tool.Deed;
import org.maquete.tool.HostProgram;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Rejected;
import org.maquete.tool.RemoteLogin;
import org.maquete.tool.Session;
import org.maquete.tool.Verbs;
import org.maquete.tool.gnuflag.Flag;
import org.maquete.tool.gnuflag.FlagResult;
import org.maquete.tool.gnuflag.GnuFlags;
import org.maquete.world.World;

/**
 * {@code juju ssh} (cmd/juju/ssh of juju 3.6) and the {@code ssh} of the shell, when they start one
 * program on a host: those that the model has there. A shell of its own, pipes and all other
 * programs are not modelled.
 */
final class SshVerbs {

    private static final String SHELL = "|&;<>()$`\\\"'*?[]#~%{}";

    private final List<HostProgram> programs;

    private final List<RemoteLogin> logins;

    SshVerbs(List<HostProgram> programs, List<RemoteLogin> logins) {
        this.programs = programs;
        this.logins = logins;
    }

    /** Goes on at the host, or says why nobody answers. */
    @FunctionalInterface
    private interface Reach {
        Deed find(Session session, World world, OnHost then);
    }

    /** What happens at the host. */
    @FunctionalInterface
    private interface OnHost {
        Deed act(String host);
    }

    ClientVerb verb() {
        Flag[] own = {
            Flag.bool("proxy"),
            Flag.bool("no-host-key-checks"),
            Flag.text("pty"),
            Flag.text("container"),
            Flag.bool("remote")
        };
        // cmd/juju/ssh/ssh.go, AllowInterspersedFlags: what follows the target is not juju's
        GnuFlags flags = GnuFlags.first(own).and(Flag.text("model", "m"));
        return new ClientVerb("ssh", "", flags, List.of(own), this::read);
    }

    private Parsed read(FlagResult.Parsed line) {
        List<String> words = line.words();
        if (words.isEmpty()) {
            return ClientText.usage("no target name specified");
        }
        String target = words.getFirst().substring(words.getFirst().indexOf('@') + 1);
        return remote(
                "juju ssh",
                words.subList(1, words.size()),
                (session, world, then) ->
                        Focus.model(
                                line,
                                session,
                                world,
                                model -> inModel(model, target, world, then)));
    }

    private static Deed inModel(Model model, String target, World world, OnHost then) {
        Optional<Unit> unit =
                target.endsWith("/leader")
                        ? JujuView.leader(
                                world, model.key(), target.substring(0, target.indexOf('/')))
                        : JujuView.unit(world, model.key(), target);
        if (unit.isEmpty() && target.matches(Names.UNIT)) {
            String message = "unit " + ClientText.quote(target) + " not found";
            return Focus.reject(message, new Ref("unit", target));
        }
        Optional<Machine> machine =
                JujuView.machine(world, model.key(), unit.map(Unit::machine).orElse(target));
        if (machine.isEmpty() && unit.isEmpty()) {
            return Focus.reject("machine " + target + " not found", new Ref("machine", target));
        }
        if (machine.filter(m -> !m.addresses().isEmpty()).isEmpty()) {
            // api/client/sshclient (GUESS, text): an address was asked for and there is none
            String message = "no address for " + ClientText.quote(target) + " available";
            return Focus.reject(message, Ref.NONE);
        }
        String host = machine.get().hostname();
        String address = machine.get().addresses().getFirst();
        return HostView.isUp(world, host)
                ? then.act(host)
                : Focus.reject("cannot connect to any address: [" + address + ":22]", Ref.NONE);
    }

    /** The {@code ssh} of the shell. */
    Program shell() {
        return new Program() {
            @Override
            public String name() {
                return "ssh";
            }

            @Override
            public boolean needsWorkload(List<String> words) {
                return true;
            }

            @Override
            public Reading read(List<String> words, Verbs verbs) {
                int at = 1;
                while (at < words.size() && words.get(at).startsWith("-")) {
                    boolean takesValue = "oilpFJ".indexOf(words.get(at).charAt(1)) >= 0;
                    at += takesValue && words.get(at).length() == 2 ? 2 : 1;
                }
                if (at >= words.size()) {
                    return Reading.of(new Parsed.NotModelled("the help of ssh"));
                }
                String target = words.get(at).substring(words.get(at).indexOf('@') + 1);
                List<String> rest = List.copyOf(words.subList(at + 1, words.size()));
                return (_, world) ->
                        host(target, world).isEmpty()
                                ? elsewhere(words, target)
                                : remote("ssh", rest, (_, now, then) -> reach(target, now, then));
            }
        };
    }

    private Parsed elsewhere(List<String> words, String target) {
        for (RemoteLogin each : logins) {
            return each.read(words);
        }
        return new Parsed.NotModelled("ssh to " + target);
    }

    private static Optional<String> host(String target, World world) {
        String name =
                target.endsWith(MaasView.fqdn(""))
                        ? target.substring(0, target.length() - MaasView.fqdn("").length())
                        : target;
        for (Address address : MaasView.addresses(world)) {
            if (address.device().equals(name) || address.address().equals(target)) {
                return Optional.of(address.device());
            }
        }
        return Optional.empty();
    }

    private static Deed reach(String target, World world, OnHost then) {
        Optional<String> name = host(target, world).filter(each -> HostView.isUp(world, each));
        if (name.isPresent()) {
            return then.act(name.get());
        }
        // OpenSSH 8.9, sshconnect.c; exit code 255 for errors of its own
        String message = "ssh: connect to host " + target + " port 22: No route to host";
        return new Deed.Reject(
                new Rejected(Refusal.of("255", message), Answer.failed(255, message)));
    }

    /** The words behind the target, on the host that is reached. */
    private Parsed remote(String tool, List<String> typed, Reach reach) {
        List<String> words = new ArrayList<>(typed);
        if (words.size() == 1) {
            words = new ArrayList<>(List.of(words.getFirst().strip().split(" +", -1)));
        }
        words.removeIf(word -> word.equals("--") || word.equals("sudo"));
        String name = words.isEmpty() ? "" : words.getFirst();
        Optional<HostProgram> program =
                programs.stream().filter(p -> p.name().equals(name)).findFirst();
        boolean isShell =
                words.stream().anyMatch(w -> w.chars().anyMatch(c -> SHELL.indexOf(c) >= 0));
        if (program.isEmpty() || isShell) {
            String what = name.isEmpty() ? "a shell" : isShell ? "a shell's line" : name;
            return new Parsed.NotModelled(tool + " with " + what);
        }
        return new Parsed.Right(new Remote(program.get(), List.copyOf(words), reach));
    }

    /** A line that was understood; what the program makes of it shows on its host. */
    private record Remote(HostProgram program, List<String> words, Reach reach)
            implements Invocation {

        @Override
        public Deed invoke(Session session, World world) {
            return reach.find(
                    session,
                    world,
                    host ->
                            switch (program.parse(words, host)) {
                                case Parsed.Wrong(Rejected rejected) -> new Deed.Reject(rejected);
                                case Parsed.Printed(Answer answer) -> new Deed.Say(answer);
                                case Parsed.NotModelled(String what) -> new Deed.NotModelled(what);
                                case Parsed.Right(Invocation there) -> there.invoke(session, world);
                            });
        }

        /** What a program says of a refusal does not depend on the host. */
        @Override
        public Answer refused(Refusal refusal, World world) {
            return program.parse(words, "") instanceof Parsed.Right(Invocation there)
                    ? there.refused(refusal, world)
                    : Answer.failed(1, refusal.message());
        }
    }
}
