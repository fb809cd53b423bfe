package org.maquete.nova.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is wrong with the files of a trace. */
final class Flaws {

    private static final int SHOWN_MAX = 100; // <lines>: GUESS, more than a person reads

    private final List<String> texts = new ArrayList<>();
    private final TreeMap<String, Integer> notes = new TreeMap<>();
    private int count;

    void add(String file, int line, String expected, String found) {
        count++;
        if (texts.size() < SHOWN_MAX) {
            String place = line > 0 ? file + ":" + line : file;
            texts.add(place + ": expected " + expected + ", found " + found);
        }
    }

    /** Something that was left out; told once, with how often. */
    void note(String what) {
        notes.merge(what, 1, Integer::sum);
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<String> texts() {
        List<String> all = new ArrayList<>(texts);
        if (count > texts.size()) {
            all.add("and " + (count - texts.size()) + " more");
        }
        return all;
    }

    List<String> notes() {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, Integer> each : notes.entrySet()) {
            all.add(each.getValue() + " " + each.getKey());
        }
        return all;
    }
}
