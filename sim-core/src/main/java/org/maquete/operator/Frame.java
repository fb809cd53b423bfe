package org.maquete.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A run of a code: the script itself, a sourced file, or lines that a cure put in. The frame with
 * the greatest id runs.
 *
 * @param code the id of the code
 * @param pc the next operation
 * @param temps captured output
 * @param loops for each loop the number of words done
 * @param cured whether a cure put it there
 * @param caller the line that sourced it; its commands are reported there. Empty for a script
 */
record Frame(
        int id,
        int code,
        int pc,
        List<String> temps,
        List<Integer> loops,
        boolean cured,
        Optional<Place> caller)
        implements Row {

    Frame {
        temps = List.copyOf(temps);
        loops = List.copyOf(loops);
    }

    @Override
    public String key() {
        return Integer.toString(id);
    }

    Frame at(int next) {
        return new Frame(id, code, next, temps, loops, cured, caller);
    }

    Frame withTemp(int temp, String text) {
        List<String> copy = new ArrayList<>(temps);
        copy.set(temp, text);
        return new Frame(id, code, pc, copy, loops, cured, caller);
    }

    Frame withLoop(int loop, int count) {
        List<Integer> copy = new ArrayList<>(loops);
        copy.set(loop, count);
        return new Frame(id, code, pc, temps, copy, cured, caller);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("code", code).number("pc", pc).texts("temps", temps);
        sink.texts("loops", loops.stream().map(String::valueOf).toList()).flag("cured", cured);
        sink.text("caller", caller.map(Place::toString).orElse(""));
    }
}
