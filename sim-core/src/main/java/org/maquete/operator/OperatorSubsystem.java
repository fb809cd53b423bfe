package org.maquete.operator;

import java.util.List;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Subsystem;
import org.maquete.tool.Download;
import org.maquete.tool.Program;
import org.maquete.tool.Supplier;
import org.maquete.tool.Verb;
import org.maquete.tool.Verbs;

/** The person at the keyboard: the top subsystem. */
public final class OperatorSubsystem implements Subsystem {

    private final Scripts scripts;

    /** With the scripts that have been read already. */
    public OperatorSubsystem(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public void declare(Registry registry) {
        Typist typist =
                new Typist(
                        registry.contributions(Program.class),
                        new Verbs(registry.contributions(Verb.class)),
                        registry.contributions(Supplier.class),
                        new Builtins(registry.contributions(Download.class)));
        registry.tables(
                OperatorTables.SHELL,
                OperatorTables.CODES,
                OperatorTables.FRAMES,
                OperatorTables.VARIABLES,
                OperatorTables.FILES,
                OperatorTables.TYPED);
        registry.spans(List.of(Typist.PAUSE));
        facts(registry);
        registry.command(
                TypeScript.class,
                (command, world, out) ->
                        out.fact(new Acts.ScriptTaken(command.sources(), command.pace())));
        registry.command(
                TypeLines.class,
                (command, world, out) ->
                        out.fact(
                                new Acts.LinesInserted(
                                        List.of(command.text()),
                                        command.instead(),
                                        command.cured(),
                                        command.at())));
        registry.command(
                PutFile.class,
                (command, world, out) ->
                        out.fact(
                                new Acts.FileWritten(
                                        command.path(), command.content(), false, true)));
        registry.event(Acts.Due.class, typist::due);
        registry.event(Acts.PatienceOver.class, typist::patienceOver);
        registry.answered(typist::answered);
        registry.refused((ticket, command, refusal, world, out) ->
                typist.refused(ticket, refusal, world, out));
        registry.react(Acts.ScriptTaken.class, (fact, world, out) -> typist.next(world, out));
        registry.react(Acts.LinesInserted.class, (fact, world, out) -> typist.next(world, out));
        registry.react(Acts.FrameLeft.class, (fact, world, out) -> typist.next(world, out));
        registry.react(Acts.Moved.class, (fact, world, out) -> typist.next(world, out));
    }

    private void facts(Registry registry) {
        ScriptFolds folds = new ScriptFolds(scripts);
        registry.fact(Acts.ScriptTaken.class, folds::taken);
        registry.fact(Acts.LinesInserted.class, folds::inserted);
        registry.fact(Acts.Sourced.class, folds::sourced);
        registry.fact(Acts.FrameLeft.class, OperatorFolds::left);
        registry.fact(Acts.Moved.class, OperatorFolds::moved);
        registry.fact(Acts.Waited.class, OperatorFolds::waited);
        registry.fact(Acts.Captured.class, OperatorFolds::captured);
        registry.fact(Acts.Looped.class, OperatorFolds::looped);
        registry.fact(Acts.VariableSet.class, OperatorFolds::set);
        registry.fact(Acts.VariableUnset.class, OperatorFolds::unset);
        registry.fact(Acts.FileWritten.class, OperatorFolds::written);
        registry.fact(Acts.FileRemoved.class, OperatorFolds::removed);
        registry.fact(Acts.DirectoryChanged.class, OperatorFolds::changed);
        registry.fact(Acts.LineAnswered.class, OperatorFolds::answered);
        registry.fact(Acts.ScriptEnded.class, OperatorFolds::ended);
    }
}
