package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Command;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Place;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Span;
import org.maquete.runbook.Redirect;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Deed;
import org.maquete.tool.Invocation;
import org.maquete.tool.Parsed;
import org.maquete.tool.Program;
import org.maquete.tool.Reading;
import org.maquete.tool.Rejected;
import org.maquete.tool.Supplier;
import org.maquete.tool.Verbs;
import org.maquete.world.World;

/** Decides the next operation of the code that the person runs. */
final class Typist {

    /** The pause of a patient person before a line. */
    static final Span PAUSE =
            Span.seconds("operator.pause", 10, 10, "GUESS: to read an answer and type a line");

    /** The longest wait for a settled world, ns: DESIGN 4.1. */
    static final long PATIENCE_NS = 24 * SimTime.HOUR;

    private static final int WORD_LIMIT = 10_000;

    private final List<Program> programs;
    private final Verbs verbs;
    private final List<Supplier> suppliers;
    private final Builtins builtins;

    Typist(List<Program> programs, Verbs verbs, List<Supplier> suppliers, Builtins builtins) {
        this.programs = programs;
        this.verbs = verbs;
        this.suppliers = suppliers;
        this.builtins = builtins;
    }

    /** A command as it stands after expansion, ready to be run. */
    private record Ready(
            Frame frame,
            Code.Run run,
            List<String> typed,
            List<String> words,
            ShellSession session,
            List<Acts.VariableSet> assigns,
            boolean guessing) {}

    void next(World world, Outcome out) {
        Optional<Frame> top = OperatorView.top(world);
        if (top.isEmpty()) {
            out.fact(new Acts.ScriptEnded(shell(world).exit()));
            return;
        }
        Frame frame = top.get();
        Code code = OperatorView.code(world, frame);
        if (frame.pc() == code.ops().size()) {
            out.fact(new Acts.FrameLeft(frame.id()));
            return;
        }
        int exit = shell(world).exit();
        switch (code.ops().get(frame.pc())) {
            case Code.Line _ -> pause(world, out);
            case Code.Run _ -> run(frame, world, out, false);
            case Code.Clear(int temp) -> {
                out.fact(new Acts.Captured(frame.id(), temp, "", false));
                move(frame, frame.pc() + 1, exit, out);
            }
            case Code.JumpIf(boolean success, int target) ->
                    move(frame, success == (exit == 0) ? target : frame.pc() + 1, exit, out);
            case Code.Negate() -> move(frame, frame.pc() + 1, exit == 0 ? 1 : 0, out);
            case Code.Begin(int loop) -> {
                out.fact(new Acts.Looped(frame.id(), loop, 0));
                move(frame, frame.pc() + 1, 0, out);
            }
            case Code.Next next -> loop(frame, next, world, out);
            case Code.Jump(int target) -> move(frame, target, exit, out);
            case Code.Show show -> {
                String path = session(world, out.now(), "", List.of()).resolve(show.name());
                out.fact(new Acts.FileWritten(path, show.content(), false, true));
                move(frame, frame.pc() + 1, 0, out);
            }
            case Code.Unknown unknown -> {
                TypedLine line =
                        new TypedLine(
                                OperatorView.lineCount(world),
                                frame.caller().orElse(unknown.place()),
                                unknown.source(),
                                List.of(unknown.construct()),
                                out.now(),
                                out.now(),
                                Answer.SILENT,
                                Optional.empty(),
                                "shell: " + unknown.construct(),
                                frame.cured(),
                                0);
                out.fact(new Acts.LineAnswered(line));
                move(frame, frame.pc() + 1, 0, out);
            }
        }
    }

    private void loop(Frame frame, Code.Next next, World world, Outcome out) {
        List<String> words = expansion(world, frame).words(next.words());
        int done = frame.loops().get(next.loop());
        if (done >= words.size() || done >= WORD_LIMIT) {
            move(frame, next.end(), shell(world).exit(), out);
            return;
        }
        out.fact(new Acts.VariableSet(next.variable(), words.get(done), false));
        out.fact(new Acts.Looped(frame.id(), next.loop(), done + 1));
        move(frame, frame.pc() + 1, 0, out);
    }

    private void pause(World world, Outcome out) {
        Shell shell = shell(world);
        out.fact(new Acts.Waited(Shell.Phase.PAUSE, 0, 0));
        boolean patient = shell.pace() == Pace.PATIENT;
        long delay = patient ? out.draw(PAUSE, "person", shell.generation()) : 0;
        out.schedule(delay, new Acts.Due(Shell.Phase.PAUSE, shell.generation() + 1));
    }

    void due(Acts.Due event, World world, Outcome out) {
        Shell shell = shell(world);
        if (shell.generation() != event.generation() || shell.phase() != event.phase()) {
            return;
        }
        Frame frame = OperatorView.top(world).orElseThrow();
        switch (event.phase()) {
            case PAUSE -> move(frame, frame.pc() + 1, shell.exit(), out);
            case SLEEP ->
                    finish(
                            ready(frame, world, out),
                            Answer.SILENT,
                            Optional.empty(),
                            "",
                            world,
                            out);
            case SETTLED, AGAIN -> run(frame, world, out, true);
            case RUNNING, ANSWER, ENDED ->
                    throw new IllegalStateException("nothing comes due: " + event);
        }
    }

    void patienceOver(Acts.PatienceOver event, World world, Outcome out) {
        Shell shell = shell(world);
        due(new Acts.Due(shell.phase(), event.generation()), world, out);
    }

    private void run(Frame frame, World world, Outcome out, boolean waited) {
        Ready ready = ready(frame, world, out);
        Shell shell = shell(world);
        boolean patient = shell.pace() == Pace.PATIENT;
        if (patient && !waited && !out.isSettled() && ready.guessing()) {
            // What belongs there cannot be looked up yet.
            waitSettled(Shell.Phase.SETTLED, shell, out);
            return;
        }
        if (ready.words().isEmpty()) {
            assignOnly(ready, world, out);
            return;
        }
        Optional<Program> program = program(ready.words());
        if (program.isEmpty()) {
            shellProgram(ready, world, out);
            return;
        }
        if (patient && !waited && !out.isSettled() && program.get().needsWorkload(ready.words())) {
            waitSettled(Shell.Phase.SETTLED, shell, out);
            return;
        }
        Reading reading = ready.run().reading().of(ready.words(), program.get(), verbs);
        Parsed parsed = reading.parse(ready.session(), world);
        switch (parsed) {
            case Parsed.Wrong(Rejected rejected) -> rejected(ready, rejected, world, out);
            case Parsed.Printed(Answer answer) ->
                    finish(ready, answer, Optional.empty(), "", world, out);
            case Parsed.NotModelled(String feature) ->
                    finish(ready, Answer.SILENT, Optional.empty(), feature, world, out);
            case Parsed.Right(Invocation invocation) -> invoke(ready, invocation, world, out);
        }
    }

    private void invoke(Ready ready, Invocation invocation, World world, Outcome out) {
        switch (invocation.invoke(ready.session(), world)) {
            case Deed.Ask(Command command) -> {
                long ticket = out.command(command);
                Shell shell = shell(world);
                long first = shell.attempt() == 0 ? out.now() : shell.firstNs();
                out.fact(
                        new Acts.Waited(
                                Shell.Phase.ANSWER,
                                ticket,
                                shell.attempt(),
                                first,
                                Optional.of(invocation)));
            }
            case Deed.Say(Answer answer) -> finish(ready, answer, Optional.empty(), "", world, out);
            case Deed.Reject(Rejected rejected) -> rejected(ready, rejected, world, out);
            case Deed.NotModelled(String feature) ->
                    finish(ready, Answer.SILENT, Optional.empty(), feature, world, out);
        }
    }

    private void rejected(Ready ready, Rejected rejected, World world, Outcome out) {
        finish(ready, rejected.answer(), Optional.of(rejected.refusal()), "", world, out);
    }

    void answered(long ticket, Answer answer, World world, Outcome out) {
        Shell shell = shell(world);
        if (shell.phase() != Shell.Phase.ANSWER || shell.ticket() != ticket) {
            return;
        }
        Ready ready = ready(OperatorView.top(world).orElseThrow(), world, out);
        Answer printed = shell.asked().orElseThrow().done(answer, ready.session(), world);
        finish(ready, printed, Optional.empty(), "", world, out);
    }

    void refused(long ticket, Refusal refusal, World world, Outcome out) {
        Shell shell = shell(world);
        if (shell.phase() != Shell.Phase.ANSWER || shell.ticket() != ticket) {
            return;
        }
        Ready ready = ready(OperatorView.top(world).orElseThrow(), world, out);
        Answer printed = shell.asked().orElseThrow().refused(refusal, world);
        finish(ready, printed, Optional.of(refusal), "", world, out);
    }

    private void assignOnly(Ready ready, World world, Outcome out) {
        ready.assigns().forEach(out::fact);
        redirect(ready, "", world, out);
        int exit = ready.run().words().isEmpty() ? shell(world).exit() : 0;
        move(ready.frame(), ready.frame().pc() + 1, exit, out);
    }

    private void shellProgram(Ready ready, World world, Outcome out) {
        switch (builtins.run(ready.words(), ready.session())) {
            case Effect.Done(Answer answer, List<Fact> facts) -> {
                facts.forEach(out::fact);
                finish(ready, answer, Optional.empty(), "", world, out);
            }
            case Effect.NotModelled(String feature, List<Fact> facts) -> {
                facts.forEach(out::fact);
                finish(ready, Answer.SILENT, Optional.empty(), feature, world, out);
            }
            case Effect.Sleep(long ns) -> {
                Shell shell = shell(world);
                out.fact(new Acts.Waited(Shell.Phase.SLEEP, 0, out.now()));
                out.schedule(ns, new Acts.Due(Shell.Phase.SLEEP, shell.generation() + 1));
            }
            case Effect.Enter(SourceText file) -> {
                out.fact(new Acts.LineAnswered(line(ready, Answer.SILENT, "", world, out.now())));
                out.fact(new Acts.Moved(ready.frame().id(), ready.frame().pc() + 1, 0));
                Place caller = ready.frame().caller().orElse(ready.run().place());
                out.fact(new Acts.Sourced(file, ready.frame().cured(), caller));
            }
        }
    }

    private void finish(
            Ready ready,
            Answer answer,
            Optional<Refusal> refusal,
            String notModelled,
            World world,
            Outcome out) {
        Shell shell = shell(world);
        boolean patient = shell.pace() == Pace.PATIENT;
        boolean mayPass = program(ready.words()).isPresent() && !answer.ok();
        if (mayPass && patient && shell.attempt() == 0 && !out.isSettled()) {
            waitSettled(Shell.Phase.AGAIN, shell, out);
            return;
        }
        TypedLine plain = line(ready, answer, notModelled, world, out.now());
        out.fact(new Acts.LineAnswered(refusal.map(r -> withRefusal(plain, r)).orElse(plain)));
        boolean silentUnknown = !notModelled.isEmpty() && answer.stdout().isEmpty();
        String stdout =
                silentUnknown && ready.run().output() >= 0
                        ? "\u2039output of " + String.join(" ", ready.words()) + "\u203a\n"
                        : answer.stdout();
        redirect(ready, merges(ready.run()) ? stdout + answer.stderr() : stdout, world, out);
        move(ready.frame(), ready.frame().pc() + 1, answer.exit(), out);
    }

    private static boolean merges(Code.Run run) {
        for (Code.Aim aim : run.redirects()) {
            if (aim.kind() == Redirect.Kind.BOTH || aim.kind() == Redirect.Kind.STDERR_TO_STDOUT) {
                return true;
            }
        }
        return false;
    }

    private void waitSettled(Shell.Phase phase, Shell shell, Outcome out) {
        int attempt = phase == Shell.Phase.AGAIN ? 1 : 0;
        long first = shell.firstNs() == 0 ? out.now() : shell.firstNs();
        out.fact(new Acts.Waited(phase, attempt, first));
        out.whenSettled(new Acts.Due(phase, shell.generation() + 1));
        out.schedule(PATIENCE_NS, new Acts.PatienceOver(shell.generation() + 1));
    }

    private TypedLine line(Ready ready, Answer answer, String notModelled, World world, long now) {
        Shell shell = shell(world);
        boolean second = shell.attempt() > 0;
        long typed = shell.phase() == Shell.Phase.RUNNING ? now : shell.typedNs();
        long waited = second && answer.ok() ? typed - shell.firstNs() : 0;
        return new TypedLine(
                OperatorView.lineCount(world),
                ready.frame().caller().orElse(ready.run().place()),
                ready.run().source(),
                ready.typed(),
                typed,
                now,
                answer,
                Optional.empty(),
                notModelled,
                ready.frame().cured(),
                waited);
    }

    private static TypedLine withRefusal(TypedLine line, Refusal refusal) {
        return new TypedLine(
                line.index(),
                line.place(),
                line.source(),
                line.words(),
                line.typedNs(),
                line.answeredNs(),
                line.answer(),
                Optional.of(refusal),
                line.notModelled(),
                line.cured(),
                line.waitedNs());
    }

    /** Sends standard output where the line says: files, a pipe, a substitution, the terminal. */
    private void redirect(Ready ready, String stdout, World world, Outcome out) {
        boolean toFile = false;
        Expansion expansion = expansion(world, ready.frame());
        for (Code.Aim aim : ready.run().redirects()) {
            boolean append = aim.kind() == Redirect.Kind.APPEND;
            if (append || aim.kind() == Redirect.Kind.WRITE || aim.kind() == Redirect.Kind.BOTH) {
                toFile = true;
                String target = expansion.text(aim.target());
                if (!target.startsWith("/dev/") && !target.startsWith("&")) {
                    String path = ready.session().resolve(target);
                    out.fact(new Acts.FileWritten(path, stdout, append, false));
                }
            }
        }
        if (!toFile && ready.run().output() >= 0 && !stdout.isEmpty()) {
            out.fact(new Acts.Captured(ready.frame().id(), ready.run().output(), stdout, true));
        }
    }

    private Ready ready(Frame frame, World world, Outcome out) {
        Code.Run run = (Code.Run) OperatorView.op(world, frame);
        Expansion expansion = expansion(world, frame);
        List<String> typed = expansion.words(run.words());
        List<Acts.VariableSet> assigns = new ArrayList<>();
        for (Code.Assign assign : run.assigns()) {
            assigns.add(new Acts.VariableSet(assign.name(), expansion.text(assign.value()), false));
        }
        List<String> words = withoutSudo(typed);
        String stdin = run.input() >= 0 ? frame.temps().get(run.input()) : "";
        for (Code.Aim aim : run.redirects()) {
            if (aim.kind() == Redirect.Kind.HERE_DOCUMENT) {
                stdin = expansion.text(aim.hereText());
            } else if (aim.kind() == Redirect.Kind.READ) {
                stdin =
                        session(world, out.now(), "", assigns)
                                .file(expansion.text(aim.target()))
                                .orElse("");
            }
        }
        return new Ready(
                frame,
                run,
                typed,
                words,
                session(world, out.now(), stdin, assigns),
                assigns,
                expansion.isGuessing());
    }

    private static List<String> withoutSudo(List<String> words) {
        int at = 0;
        while (at < words.size()
                && (words.get(at).equals("sudo")
                        || words.get(at).equals("command")
                        || (at > 0 && words.get(at).matches("-[EHnS]+")))) {
            at++;
        }
        return at == 0 ? words : words.subList(at, words.size());
    }

    private static ShellSession session(
            World world, long nowNs, String stdin, List<Acts.VariableSet> assigns) {
        TreeMap<String, String> overlay = new TreeMap<>();
        assigns.forEach(assign -> overlay.put(assign.name(), assign.value()));
        return new ShellSession(world, nowNs, stdin, overlay);
    }

    private Expansion expansion(World world, Frame frame) {
        return new Expansion(world, frame, suppliers);
    }

    private Optional<Program> program(List<String> words) {
        String name = words.getFirst();
        for (Program program : programs) {
            if (program.name().equals(name) && program.takes(words)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static void move(Frame frame, int pc, int exit, Outcome out) {
        out.fact(new Acts.Moved(frame.id(), pc, exit));
    }

    private static Shell shell(World world) {
        return world.table(OperatorTables.SHELL).get("shell");
    }
}
