package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import org.maquete.operator.Code.Arg;
import org.maquete.operator.Code.Op;
import org.maquete.runbook.Assignment;
import org.maquete.runbook.Part;
import org.maquete.runbook.Redirect;
import org.maquete.runbook.Statement;
import org.maquete.runbook.Statement.AndOr;
import org.maquete.runbook.Statement.ForLoop;
import org.maquete.runbook.Statement.Group;
import org.maquete.runbook.Statement.Pipeline;
import org.maquete.runbook.Statement.ShownFile;
import org.maquete.runbook.Statement.SimpleCommand;
import org.maquete.runbook.Statement.Unsupported;
import org.maquete.runbook.Word;

/**
 * Makes {@link Code} of statements. Substitutions become operations before the command they feed.
 */
final class Compiler {

    private final List<Op> ops = new ArrayList<>();
    private int temps;
    private int loops;

    private Compiler() {}

    static Code compile(List<Statement> statements) {
        Compiler compiler = new Compiler();
        compiler.lines(statements, -1, -1);
        return new Code(compiler.ops, compiler.temps, compiler.loops);
    }

    /** Statements that the person types one by one. */
    private void lines(List<Statement> statements, int input, int output) {
        for (Statement statement : statements) {
            int at = hole();
            statement(statement, input, output);
            ops.set(at, new Code.Line(statement.place(), statement.source(), ops.size()));
        }
    }

    private void statement(Statement statement, int input, int output) {
        switch (statement) {
            case SimpleCommand command -> simple(command, input, output);
            case Pipeline pipeline -> pipeline(pipeline, input, output);
            case AndOr andOr -> {
                statement(andOr.left(), input, output);
                int at = hole();
                statement(andOr.right(), input, output);
                boolean skipOnSuccess = andOr.operator() == AndOr.Operator.OR;
                ops.set(at, new Code.JumpIf(skipOnSuccess, ops.size()));
            }
            case ForLoop loop -> loop(loop, input, output);
            case Group group -> lines(group.body(), input, output);
            case ShownFile file ->
                    ops.add(new Code.Show(file.place(), file.name(), file.content()));
            case Unsupported unknown ->
                    ops.add(
                            new Code.Unknown(
                                    unknown.place(), unknown.source(), unknown.construct()));
        }
    }

    private void pipeline(Pipeline pipeline, int input, int output) {
        int from = input;
        for (int i = 0; i < pipeline.commands().size(); i++) {
            boolean last = i == pipeline.commands().size() - 1;
            int to = last ? output : temp();
            statement(pipeline.commands().get(i), from, to);
            from = to;
        }
        if (pipeline.negated()) {
            ops.add(new Code.Negate());
        }
    }

    private void loop(ForLoop loop, int input, int output) {
        int counter = loops++;
        List<Arg> words = loop.words().stream().map(this::arg).toList();
        ops.add(new Code.Begin(counter));
        int top = hole();
        lines(loop.body(), input, output);
        ops.add(new Code.Jump(top));
        ops.set(top, new Code.Next(counter, loop.variable(), words, ops.size()));
    }

    private void simple(SimpleCommand command, int input, int output) {
        List<Code.Assign> assigns = new ArrayList<>();
        for (Assignment assignment : command.assignments()) {
            assigns.add(new Code.Assign(assignment.name(), arg(assignment.value())));
        }
        List<Arg> words = command.words().stream().map(this::arg).toList();
        List<Code.Aim> aims = new ArrayList<>();
        for (Redirect redirect : command.redirects()) {
            Arg here = parts(new Word(redirect.place(), redirect.hereText()));
            aims.add(new Code.Aim(redirect.kind(), arg(redirect.target()), here));
        }
        ops.add(
                new Code.Run(
                        command.place(),
                        command.source(),
                        assigns,
                        words,
                        aims,
                        input,
                        output,
                        new LastReading()));
    }

    private Arg arg(Word word) {
        return parts(word);
    }

    private Arg parts(Word word) {
        List<Code.Piece> pieces = new ArrayList<>();
        for (Part part : word.parts()) {
            if (part instanceof Part.Substitution substitution) {
                int temp = temp();
                inline(substitution.body(), temp);
                pieces.add(new Code.Captured(temp, substitution.quoted()));
            } else {
                pieces.add(new Code.Plain(part));
            }
        }
        return new Arg(word.place(), pieces);
    }

    /** Statements inside a substitution: typed with the line around them, without a pause. */
    private void inline(List<Statement> statements, int output) {
        for (Statement statement : statements) {
            statement(statement, -1, output);
        }
    }

    private int temp() {
        ops.add(new Code.Clear(temps));
        return temps++;
    }

    private int hole() {
        ops.add(new Code.Jump(ops.size() + 1));
        return ops.size() - 1;
    }
}
