package org.maquete.operator;

import java.util.List;
import java.util.Optional;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Event;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Place;
import org.maquete.kernel.Ref;
import org.maquete.runbook.SourceText;
import org.maquete.tool.Invocation;
import org.maquete.world.Derived;
import org.maquete.world.Sink;

/** What happens at the keyboard: the facts and events of this package. */
final class Acts {

    private static final Ref SHELL = new Ref("shell", "shell");

    private Acts() {}

    /** The person got a script. */
    record ScriptTaken(List<SourceText> sources, Pace pace) implements Fact {
        ScriptTaken {
            sources = List.copyOf(sources);
        }

        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            TypeScript.encode(sources, sink);
            sink.text("pace", pace.name());
        }
    }

    /** Lines are typed before the line at which the person stands, or in its place. */
    record LinesInserted(List<SourceText> lines, boolean instead, boolean cured, Optional<Place> at)
            implements Fact {
        LinesInserted {
            lines = List.copyOf(lines);
        }

        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            TypeScript.encode(lines, sink);
            sink.flag("instead", instead).flag("cured", cured);
            sink.text("at", at.map(Place::toString).orElse(""));
        }
    }

    /** A file was sourced; its lines come next. */
    record Sourced(SourceText file, boolean cured, Place caller) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("file", file.name() + "\n" + file.text()).flag("cured", cured);
            sink.text("caller", caller.toString());
        }
    }

    /** A frame has come to its end. */
    record FrameLeft(int frame) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("frame", frame);
        }
    }

    /** The next operation is {@code pc}; the last exit status is {@code exit}. */
    record Moved(int frame, int pc, int exit) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("frame", frame).number("pc", pc).number("exit", exit);
        }
    }

    /**
     * The person waits.
     *
     * @param asked what waits for an answer; follows from the line and is not hashed
     */
    record Waited(
            Shell.Phase phase,
            long ticket,
            int attempt,
            long firstNs,
            @Derived Optional<Invocation> asked)
            implements Fact {

        Waited(Shell.Phase phase, int attempt, long firstNs) {
            this(phase, 0, attempt, firstNs, Optional.empty());
        }

        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("phase", phase.name()).number("ticket", ticket);
            sink.number("attempt", attempt).number("firstNs", firstNs);
        }
    }

    /** Captured output; appended or instead of what was there. */
    record Captured(int frame, int temp, String text, boolean append) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("frame", frame).number("temp", temp).text("text", text);
            sink.flag("append", append);
        }
    }

    /** A loop has done {@code count} of its words. */
    record Looped(int frame, int loop, int count) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("frame", frame).number("loop", loop).number("count", count);
        }
    }

    /** A variable was set; an exported one stays exported. */
    record VariableSet(String name, String value, boolean exported) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("variable", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name).text("value", value).flag("exported", exported);
        }
    }

    /** A variable is no more. */
    record VariableUnset(String name) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("variable", name);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("name", name);
        }
    }

    /** A file was written. */
    record FileWritten(String path, String content, boolean append, boolean shown) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("file", path);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("path", path).text("content", content).flag("append", append);
            sink.flag("shown", shown);
        }
    }

    /** A file is no more. */
    record FileRemoved(String path) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("file", path);
        }

        @Override
        public void encode(Sink sink) {
            sink.text("path", path);
        }
    }

    /** The person went to another folder. */
    record DirectoryChanged(String directory) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("directory", directory);
        }
    }

    /** A command was answered. */
    record LineAnswered(TypedLine line) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("line", line.place().toString());
        }

        @Override
        public void encode(Sink sink) {
            Typed.encode(line, sink);
        }
    }

    /** Nothing more to type. */
    record ScriptEnded(int exit) implements Fact {
        @Override
        public Ref subject() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("exit", exit);
        }
    }

    /** A pause or a sleep is over, or the world is settled. */
    record Due(Shell.Phase phase, long generation) implements Event {
        @Override
        public Lane lane() {
            return Lane.OPERATOR;
        }

        @Override
        public Ref target() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.text("phase", phase.name()).number("generation", generation);
        }
    }

    /** The person has waited long enough for the world to be settled. */
    record PatienceOver(long generation) implements Event {
        @Override
        public Lane lane() {
            return Lane.TIMER;
        }

        @Override
        public Ref target() {
            return SHELL;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("generation", generation);
        }
    }
}
