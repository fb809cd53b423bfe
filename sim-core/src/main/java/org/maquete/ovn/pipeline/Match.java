package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A condition on a packet, compiled from OVN's expression language. */
sealed interface Match {

    /**
     * Whether a packet meets it.
     *
     * @param sets the address sets by their numbers
     */
    boolean test(long[] f, AddressIndex[] sets);

    /** The same for one port: conditions on ports and groups become true or false. */
    default Match forPort(boolean isInport, String port, Set<String> groups) {
        return this;
    }

    /** True or false. */
    record Const(boolean value) implements Match {

        static final Const TRUE = new Const(true);
        static final Const FALSE = new Const(false);

        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            return value;
        }
    }

    /** A field of one long between two bounds, both included. */
    record Range(int field, long low, long high) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            return f[field] >= low && f[field] <= high;
        }
    }

    /** Bits of a field of one long, of which one at least is set. */
    record Bit(int field, long mask) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            return (f[field] & mask) != 0;
        }
    }

    /** An address in a network. */
    record In(int field, Cidr cidr) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            return cidr.contains(f[field], f[field + 1]);
        }
    }

    /** An address in an address set. */
    record InSet(int field, int set) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            return sets[set].has(f[field], f[field + 1]);
        }
    }

    /**
     * A port, or a group that begins with {@code @}; never asked, as each port has its own form.
     */
    record PortIs(boolean isInport, String name) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            throw new IllegalStateException("expected a match for one port, found " + name);
        }

        @Override
        public Match forPort(boolean isOfInport, String port, Set<String> groups) {
            if (isOfInport != isInport) {
                return new NotModelled((isInport ? "inport" : "outport") + " == " + name);
            }
            boolean is =
                    name.startsWith("@") ? groups.contains(name.substring(1)) : name.equals(port);
            return is ? Const.TRUE : Const.FALSE;
        }
    }

    /** What is not modelled: whoever reaches it learns so. */
    record NotModelled(String text) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            throw new UnmodelledException(text);
        }
    }

    /** Not. */
    record Not(Match of) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            return !of.test(f, sets);
        }

        @Override
        public Match forPort(boolean isInport, String port, Set<String> groups) {
            return negated(of.forPort(isInport, port, groups));
        }
    }

    /** All, from the left. */
    record And(List<Match> of) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            for (int i = 0; i < of.size(); i++) {
                if (!of.get(i).test(f, sets)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Match forPort(boolean isInport, String port, Set<String> groups) {
            List<Match> each = new ArrayList<>();
            of.forEach(match -> each.add(match.forPort(isInport, port, groups)));
            return and(each);
        }
    }

    /** Any, from the left. */
    record Or(List<Match> of) implements Match {
        @Override
        public boolean test(long[] f, AddressIndex[] sets) {
            for (int i = 0; i < of.size(); i++) {
                if (of.get(i).test(f, sets)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Match forPort(boolean isInport, String port, Set<String> groups) {
            List<Match> each = new ArrayList<>();
            of.forEach(match -> each.add(match.forPort(isInport, port, groups)));
            return or(each);
        }
    }

    /** All of these, without what is always true. */
    static Match and(List<Match> all) {
        return joined(all, Const.FALSE, Const.TRUE);
    }

    /** Any of these, without what is always false. */
    static Match or(List<Match> all) {
        return joined(all, Const.TRUE, Const.FALSE);
    }

    private static Match joined(List<Match> all, Const decides, Const vanishes) {
        List<Match> kept = new ArrayList<>();
        for (Match each : all) {
            if (each.equals(decides)) {
                return decides;
            }
            if (!each.equals(vanishes) && !kept.contains(each)) {
                kept.add(each);
            }
        }
        if (kept.size() <= 1) {
            return kept.isEmpty() ? vanishes : kept.getFirst();
        }
        return decides.value() ? new Or(List.copyOf(kept)) : new And(List.copyOf(kept));
    }

    static Match negated(Match of) {
        return of instanceof Const(boolean value)
                ? (value ? Const.FALSE : Const.TRUE)
                : new Not(of);
    }
}
