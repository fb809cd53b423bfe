package org.maquete.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.maquete.world.DigestSink;

/** What happened in a run, in order, and the digest of its facts. */
public final class Journal {

    /** How many entries {@link JournalMode#LAST} keeps. */
    public static final int LAST = 10_000;

    private final JournalMode mode;
    private final ToLongFunction<Fact> typeHash;
    private final Log<JournalEntry> all;

    /** The commands of handlers: numbered when asked, taken up later. In order of number. */
    private final Log<JournalEntry> asked;

    /** All other entries, in order of number. */
    private final Log<JournalEntry> rest;

    private final ArrayDeque<JournalEntry> recent;
    private final DigestSink digest;
    private final Log<Drawn> draws;

    /** How many of all entries are in the digest: a full journal waits until it is asked for. */
    private int digested;

    /** How many of all entries can be found by number: they too wait until somebody asks. */
    private int sorted;

    private long facts;

    /**
     * A length that was drawn.
     *
     * @param item the number of the command, event or fact that was being decided
     * @param span as declared, also where the lab has another of that name
     * @param ns the length
     */
    public record Drawn(long item, Span span, long ns) {}

    /**
     * An empty one.
     *
     * @param typeHash the hash of the owner and the type of a fact
     */
    Journal(JournalMode mode, ToLongFunction<Fact> typeHash) {
        this(
                mode,
                typeHash,
                new Log<>(),
                new Log<>(),
                new Log<>(),
                new ArrayDeque<>(),
                new DigestSink(),
                new Log<>());
    }

    private Journal(
            JournalMode mode,
            ToLongFunction<Fact> typeHash,
            Log<JournalEntry> all,
            Log<JournalEntry> asked,
            Log<JournalEntry> rest,
            ArrayDeque<JournalEntry> recent,
            DigestSink digest,
            Log<Drawn> draws) {
        this.mode = mode;
        this.typeHash = typeHash;
        this.all = all;
        this.asked = asked;
        this.rest = rest;
        this.recent = recent;
        this.digest = digest;
        this.draws = draws;
    }

    Journal fork() {
        Journal child =
                new Journal(
                        mode,
                        typeHash,
                        all.fork(),
                        asked.fork(),
                        rest.fork(),
                        recent.clone(),
                        digest.fork(),
                        draws.fork());
        child.digested = digested;
        child.sorted = sorted;
        child.facts = facts;
        return child;
    }

    boolean remembers() {
        return mode != JournalMode.DIGEST;
    }

    void add(JournalEntry entry) {
        if (mode == JournalMode.FULL) {
            all.add(entry);
        } else if (mode == JournalMode.LAST) {
            if (recent.size() == LAST) {
                recent.removeFirst();
            }
            recent.addLast(entry);
        }
    }

    /** A fact happened; a full journal has it among its entries too. */
    void fact(long timeNs, Fact fact) {
        facts++;
        if (mode != JournalMode.FULL) {
            take(timeNs, fact);
        }
    }

    private void take(long timeNs, Fact fact) {
        digest.word(timeNs);
        digest.word(typeHash.applyAsLong(fact));
        fact.encode(digest);
    }

    /** A full journal keeps the lengths that were drawn beside its entries, not among them. */
    void drawn(long item, Span span, long ns) {
        if (mode == JournalMode.FULL) {
            draws.add(new Drawn(item, span, ns));
        }
    }

    /** A hash of all facts so far, with their times: equal runs have equal digests everywhere. */
    public long digest() {
        while (digested < all.count()) {
            JournalEntry next = all.get(digested++);
            if (next.what() instanceof JournalEntry.Happened(Fact fact)) {
                take(next.timeNs(), fact);
            }
        }
        return digest.value();
    }

    /** How many facts happened. */
    public long factCount() {
        return facts;
    }

    /** The remembered entries in order. */
    public List<JournalEntry> entries() {
        if (mode == JournalMode.LAST) {
            return List.copyOf(recent);
        }
        List<JournalEntry> list = new ArrayList<>(all.count());
        for (int i = 0; i < all.count(); i++) {
            list.add(all.get(i));
        }
        return list;
    }

    /** The lengths drawn so far, in order; none unless the journal is full. */
    public List<Drawn> draws() {
        List<Drawn> list = new ArrayList<>(draws.count());
        for (int i = 0; i < draws.count(); i++) {
            list.add(draws.get(i));
        }
        return list;
    }

    /** How many entries are remembered. */
    public int count() {
        return mode == JournalMode.LAST ? recent.size() : all.count();
    }

    /** The remembered entries from {@code index} on, in order; for readers that follow a run. */
    public List<JournalEntry> from(int index) {
        if (mode == JournalMode.LAST) {
            return entries().subList(Math.min(index, recent.size()), recent.size());
        }
        List<JournalEntry> list = new ArrayList<>();
        for (int i = index; i < all.count(); i++) {
            list.add(all.get(i));
        }
        return list;
    }

    /** The entry with this number, if it is remembered. */
    public Optional<JournalEntry> byNumber(long number) {
        if (mode == JournalMode.LAST) {
            return recent.stream().filter(e -> e.number() == number).findFirst();
        }
        while (sorted < all.count()) {
            JournalEntry next = all.get(sorted++);
            boolean byHandler = next.what() instanceof JournalEntry.Commanded && next.cause() != 0;
            (byHandler ? asked : rest).add(next);
        }
        return search(rest, number).or(() -> search(asked, number));
    }

    private static Optional<JournalEntry> search(Log<JournalEntry> log, long number) {
        int low = 0;
        int high = log.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = log.get(middle).number();
            if (there == number) {
                return Optional.of(log.get(middle));
            }
            if (there < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** The chain of causes of what last happened to {@code subject}, the latest first. */
    public List<JournalEntry> why(Ref subject) {
        List<JournalEntry> chain = new ArrayList<>();
        List<JournalEntry> entries = entries();
        int last = entries.size() - 1;
        while (last >= 0 && !entries.get(last).subject().equals(subject)) {
            last--;
        }
        Optional<JournalEntry> at = last < 0 ? Optional.empty() : Optional.of(entries.get(last));
        while (at.isPresent()) {
            chain.add(at.get());
            at = byNumber(at.get().cause());
        }
        return chain;
    }

    /** Where two full journals first differ. */
    public record Divergence(Optional<JournalEntry> a, Optional<JournalEntry> b) {}

    /** The first entry in which two full journals differ; empty when they are equal. */
    public static Optional<Divergence> firstDivergence(Journal a, Journal b) {
        List<JournalEntry> left = a.entries();
        List<JournalEntry> right = b.entries();
        int most = Math.max(left.size(), right.size());
        for (int i = 0; i < most; i++) {
            Optional<JournalEntry> x = at(left, i);
            Optional<JournalEntry> y = at(right, i);
            if (!x.map(JournalEntry::text).equals(y.map(JournalEntry::text))) {
                return Optional.of(new Divergence(x, y));
            }
        }
        return Optional.empty();
    }

    private static Optional<JournalEntry> at(List<JournalEntry> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }
}
