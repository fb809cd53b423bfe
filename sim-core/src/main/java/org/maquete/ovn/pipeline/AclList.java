package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.maquete.ovn.nb.Acl;

/** The rules of one direction for one port, the highest priority first. */
final class AclList {

    private final Entry[] entries;
    private final Match stateless;

    /** A rule and its condition for this port. */
    record Entry(Acl acl, Kind kind, Match match) {}

    /** What a rule does. */
    enum Kind {
        ALLOW,
        STATELESS,
        DROP,
        REJECT,
        NOT_MODELLED
    }

    /** Whose rules are to be made: a port, with its groups. */
    record Owner(String port, Set<String> groups) {}

    private AclList(Entry[] entries, Match stateless) {
        this.entries = entries;
        this.stateless = stateless;
    }

    /** What is left of the rules of a switch for one of its ports. */
    static AclList of(
            List<Acl> acls, boolean isFromPort, Owner owner, Function<String, Match> parsed) {
        List<Acl> sorted = new ArrayList<>(acls);
        sorted.sort(Comparator.comparing(Acl::priority, Comparator.reverseOrder()));
        List<Entry> entries = new ArrayList<>();
        List<Match> stateless = new ArrayList<>();
        for (Acl acl : sorted) {
            if (acl.isFromPort() != isFromPort) {
                continue;
            }
            Match match =
                    parsed.apply(acl.match()).forPort(isFromPort, owner.port(), owner.groups());
            if (match.equals(Match.Const.FALSE)) {
                continue;
            }
            Kind kind = kind(acl.action());
            entries.add(new Entry(acl, kind, match));
            if (kind == Kind.STATELESS) {
                stateless.add(match);
            }
        }
        return new AclList(entries.toArray(Entry[]::new), Match.or(stateless));
    }

    private static Kind kind(String action) {
        return switch (action) {
            case "allow", "allow-related" -> Kind.ALLOW;
            case "allow-stateless" -> Kind.STATELESS;
            case "drop" -> Kind.DROP;
            case "reject" -> Kind.REJECT;
            default -> Kind.NOT_MODELLED;
        };
    }

    /** Whether conntrack is to be left out for this packet. */
    boolean isStateless(long[] f, AddressIndex[] sets) {
        return stateless.test(f, sets);
    }

    /**
     * The index of the rule that decides, or -1. Which rules are asked depends on the connection,
     * as the table of hints says: an established one asks those that allow as well, a reply none.
     */
    int deciding(long[] f, AddressIndex[] sets, boolean isStateful) {
        int ct = (int) f[Field.CT];
        boolean isNew = (ct & Ct.NEW) != 0;
        boolean isEst = (ct & Ct.EST) != 0;
        boolean isOriginal = !isNew && isEst && (ct & Ct.RPL) == 0;
        boolean isTracked = (ct & Ct.TRK) != 0;
        boolean asksAllow = !isStateful || isNew && !isEst || !isTracked || isOriginal;
        for (int i = 0; i < entries.length; i++) {
            Entry each = entries[i];
            boolean isAsked =
                    switch (each.kind) {
                        case ALLOW -> asksAllow;
                        case STATELESS, DROP, REJECT, NOT_MODELLED -> true;
                    };
            if (isAsked && each.match.test(f, sets)) {
                if (each.kind == Kind.NOT_MODELLED) {
                    throw new UnmodelledException("the action " + each.acl.action());
                }
                return i;
            }
        }
        return -1;
    }

    /** Whether a rule ends the packet. */
    boolean isEnding(int index) {
        return entries[index].kind == Kind.DROP || isRejecting(index);
    }

    boolean isRejecting(int index) {
        return entries[index].kind == Kind.REJECT;
    }

    Acl acl(int index) {
        return entries[index].acl;
    }
}
