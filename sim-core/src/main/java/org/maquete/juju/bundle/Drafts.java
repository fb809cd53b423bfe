package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Changes while they are planned, and their order: core/bundle/changes/changes.go. */
final class Drafts {

    private final List<Draft> drafts = new ArrayList<>();

    /** A change that can still be made to wait for others. */
    static final class Draft {

        private final String id;
        private final List<String> requires;
        private Supplier<BundleChange> made;

        private Draft(String id, List<String> requires, Supplier<BundleChange> made) {
            this.id = id;
            this.requires = new ArrayList<>(requires);
            this.made = made;
        }

        String id() {
            return id;
        }

        List<String> requires() {
            return requires;
        }

        /** From now on it is this. */
        void becomes(Supplier<BundleChange> other) {
            made = other;
        }

        BundleChange change() {
            return made.get();
        }
    }

    /** Makes the change of its id. */
    @FunctionalInterface
    interface Maker {
        BundleChange make(String id);
    }

    Draft add(String method, List<String> requires, Maker maker) {
        String id = method + "-" + drafts.size();
        Draft draft = new Draft(id, requires, () -> maker.make(id));
        drafts.add(draft);
        return draft;
    }

    /** The applications that a machine is made for, in order of name. */
    TreeSet<String> applicationsFor(String machineChange) {
        TreeSet<String> found = new TreeSet<>();
        for (Draft draft : drafts) {
            if (draft.requires().contains(machineChange)) {
                switch (draft.change()) {
                    case BundleChange.AddMachine inner -> found.addAll(applicationsFor(inner.id()));
                    case BundleChange.AddUnit unit -> found.add(unit.application());
                    default -> {
                        // annotations of the machine
                    }
                }
            }
        }
        return found;
    }

    /** Whether nothing needs the change. */
    boolean isUnused(String id) {
        return drafts.stream().noneMatch(draft -> draft.requires().contains(id));
    }

    /** All changes, each after those that it requires, else in the order of planning. */
    List<BundleChange> sorted() {
        Map<String, Draft> left = new LinkedHashMap<>();
        drafts.forEach(draft -> left.put(draft.id(), draft));
        List<BundleChange> sorted = new ArrayList<>();
        TreeSet<String> done = new TreeSet<>();
        while (!left.isEmpty()) {
            int before = left.size();
            for (Draft draft : List.copyOf(left.values())) {
                if (done.containsAll(draft.requires())) {
                    done.add(draft.id());
                    left.remove(draft.id());
                    sorted.add(draft.change());
                }
            }
            if (left.size() == before) {
                throw new IllegalStateException("expected changes without a circle: " + left);
            }
        }
        return sorted;
    }
}
