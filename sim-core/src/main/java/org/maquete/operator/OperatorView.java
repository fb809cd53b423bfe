package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Place;
import org.maquete.runbook.Note;
import org.maquete.world.Table;
import org.maquete.world.World;

/** What others may read of the person at the keyboard. */
public final class OperatorView {

    private OperatorView() {}

    /** All commands typed so far, in order. */
    public static List<TypedLine> lines(World world) {
        List<TypedLine> lines = new ArrayList<>(lineCount(world));
        for (Typed typed : world.table(OperatorTables.TYPED)) {
            lines.add(typed.line());
        }
        return lines;
    }

    /** What was skipped or is odd in the documents that the person types from, in their order. */
    public static List<Note> notes(World world) {
        Table<CodeRow> codes = world.table(OperatorTables.CODES);
        return codes.count() == 0 ? List.of() : codes.get(0).notes();
    }

    /** How many commands have been typed and answered. */
    public static int lineCount(World world) {
        return world.table(OperatorTables.TYPED).nextId();
    }

    /** The command with this number. */
    public static TypedLine line(World world, int index) {
        return world.table(OperatorTables.TYPED).get(index).line();
    }

    /**
     * The line of the document that the person is about to type, if a pause before it is running:
     * the moment at which other lines can be put in. A line of a sourced file counts as the line
     * that sources it; lines that a cure put in do not count.
     */
    public static Optional<Place> aboutToType(World world) {
        Table<Shell> shells = world.table(OperatorTables.SHELL);
        if (shells.count() == 0 || shells.get("shell").phase() != Shell.Phase.PAUSE) {
            return Optional.empty();
        }
        Optional<Frame> frame = top(world);
        if (frame.isPresent()
                && !frame.get().cured()
                && op(world, frame.get()) instanceof Code.Line(Place place, _, _)) {
            return Optional.of(frame.get().caller().orElse(place));
        }
        return Optional.empty();
    }

    /** The content of a file of the person, by a path as typed. */
    public static Optional<String> file(World world, String path) {
        return new ShellSession(world, 0, "", Map.of()).file(path);
    }

    /** The statements that the person has still to type, as written. */
    public static List<String> ahead(World world) {
        List<String> sources = new ArrayList<>();
        for (Frame frame : world.table(OperatorTables.FRAMES)) {
            List<Code.Op> ops = code(world, frame).ops();
            for (int pc = frame.pc(); pc < ops.size(); pc++) {
                if (ops.get(pc) instanceof Code.Line line) {
                    sources.add(line.source());
                }
            }
        }
        return sources;
    }

    /** Whether the person has nothing more to type. */
    public static boolean hasEnded(World world) {
        Table<Shell> shells = world.table(OperatorTables.SHELL);
        return shells.count() == 0 || shells.get("shell").phase() == Shell.Phase.ENDED;
    }

    static Optional<Frame> top(World world) {
        Table<Frame> frames = world.table(OperatorTables.FRAMES);
        for (int id = frames.nextId() - 1; id >= 0; id--) {
            if (frames.has(id)) {
                return Optional.of(frames.get(id));
            }
        }
        return Optional.empty();
    }

    static Code code(World world, Frame frame) {
        return world.table(OperatorTables.CODES).get(frame.code()).code();
    }

    static Code.Op op(World world, Frame frame) {
        return code(world, frame).ops().get(frame.pc());
    }
}
