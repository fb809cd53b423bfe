package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the scheduler believes of all hosts, in its order of hosts.
 *
 * <p>What a request takes away is kept in columns, one primitive array a quantity, so that a
 * decision over ten thousand hosts reads a few contiguous arrays instead of ten thousand objects.
 * Memory: 150 bytes a host beside the {@link Host} itself. {@link #consume} changes one host; the
 * rest changes by {@link #replace}, which costs what depends on the hosts' constant parts to be
 * computed again.
 *
 * <p>The order is the tie-break: a stable sort keeps it. See {@link TiePolicy}.
 *
 * <p>The past is kept only for who has asked for a {@link Moment}: from the first one on, a host
 * that changes is noted once a moment as it was before.
 */
@SuppressWarnings("ReferenceEquality") // the empty set is one object, never written
public final class HostStates {

    private static final Set<String> NOTHING = new LinkedHashSet<>();

    private final Host[] hosts;
    private final TakenColumns columns;
    private final AlikeHosts alike;
    private final int[] vcpusUsed;
    private final int[] instanceCounts;
    private final List<Set<String>> instances;
    private final int[] all;
    private final long[] notedAt; // the number of the moment for which a host was noted last
    private long momentCount;
    private Moment now = new Moment();
    private long version;

    /** Of hosts in this order. */
    public HostStates(List<Host> hosts) {
        int n = hosts.size();
        this.hosts = hosts.toArray(new Host[0]);
        this.columns = TakenColumns.of(n);
        this.alike = new AlikeHosts(columns, n);
        this.vcpusUsed = new int[n];
        this.instanceCounts = new int[n];
        this.instances = new ArrayList<>(n);
        this.all = new int[n];
        this.notedAt = new long[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
            instances.add(NOTHING);
            fill(i);
        }
    }

    /** As others were at a moment; to be read, not for decisions. */
    private HostStates(HostStates later, Moment then) {
        int n = later.hosts.length;
        this.hosts = later.hosts.clone();
        this.columns = later.columns.copy();
        this.alike = new AlikeHosts(columns, 0);
        this.vcpusUsed = later.vcpusUsed.clone();
        this.instanceCounts = later.instanceCounts.clone();
        this.instances = new ArrayList<>(later.instances);
        this.all = later.all;
        this.notedAt = new long[0];
        boolean[] isBack = new boolean[n];
        Moment at = then;
        for (Moment.Was was = at.was(); was != null; was = at.was()) {
            if (!isBack[was.host()]) {
                isBack[was.host()] = true;
                putBack(was);
            }
            at = at.next();
        }
    }

    /** Of hosts in the order of a tie policy. */
    public static HostStates of(List<Host> hosts, TiePolicy ties) {
        return new HostStates(ties.ordered(hosts));
    }

    private void fill(int i) {
        Host.Room room = hosts[i].room();
        columns.freeRamMb()[i] = room.freeRamMb();
        columns.freeDiskMb()[i] = room.freeDiskMb();
        vcpusUsed[i] = room.vcpusUsed();
        columns.vcpusFree()[i] = room.vcpusTotal() * room.ratios().cpu() - room.vcpusUsed();
        instanceCounts[i] = room.instanceCount();
        columns.ioOpCounts()[i] = room.ioOpCount();
        instances.set(
                i,
                hosts[i].instances().isEmpty()
                        ? NOTHING
                        : new LinkedHashSet<>(hosts[i].instances()));
    }

    private void putBack(Moment.Was was) {
        int i = was.host();
        Host.Room room = was.constant().room();
        hosts[i] = was.constant();
        columns.freeRamMb()[i] = was.freeRamMb();
        columns.freeDiskMb()[i] = was.freeDiskMb();
        columns.ioOpCounts()[i] = was.ioOpCount();
        vcpusUsed[i] = was.vcpusUsed();
        columns.vcpusFree()[i] = room.vcpusTotal() * room.ratios().cpu() - was.vcpusUsed();
        instanceCounts[i] = was.instanceCount();
        instances.set(i, was.instances());
    }

    /** The present moment; what changes from now on is noted. */
    Moment now() {
        momentCount++;
        return now;
    }

    /** These hosts as they were at a moment; themselves, if nothing has changed since. */
    HostStates at(Moment then) {
        return then.isNow() ? this : new HostStates(this, then);
    }

    /** A host is about to change. */
    private void note(int i) {
        if (notedAt[i] == momentCount) {
            return;
        }
        notedAt[i] = momentCount;
        Set<String> here = instances.get(i);
        now =
                now.before(
                        new Moment.Was(
                                i,
                                hosts[i],
                                here,
                                columns.freeRamMb()[i],
                                columns.freeDiskMb()[i],
                                columns.ioOpCounts()[i],
                                vcpusUsed[i],
                                instanceCounts[i]));
        if (here != NOTHING) {
            instances.set(i, new LinkedHashSet<>(here)); // the past keeps the old one
        }
    }

    /** How many hosts there are. */
    public int count() {
        return hosts.length;
    }

    /** The constant part of a host. */
    public Host host(int i) {
        return hosts[i];
    }

    public int freeRamMb(int i) {
        return columns.freeRamMb()[i];
    }

    public int freeDiskMb(int i) {
        return columns.freeDiskMb()[i];
    }

    public int vcpusUsed(int i) {
        return vcpusUsed[i];
    }

    /** total * allocation ratio - used. */
    public double vcpusFree(int i) {
        return columns.vcpusFree()[i];
    }

    public int instanceCount(int i) {
        return instanceCounts[i];
    }

    public int ioOpCount(int i) {
        return columns.ioOpCounts()[i];
    }

    /** Whether a server is on a host. */
    public boolean hasInstance(int i, String uuid) {
        return instances.get(i).contains(uuid);
    }

    /** How many of these servers are on a host. */
    int countOf(int i, Set<String> uuids) {
        Set<String> here = instances.get(i);
        if (here.isEmpty() || uuids.isEmpty()) {
            return 0;
        }
        Set<String> few = here.size() < uuids.size() ? here : uuids;
        Set<String> many = few == here ? uuids : here;
        int count = 0;
        for (String uuid : few) {
            count += many.contains(uuid) ? 1 : 0;
        }
        return count;
    }

    /** All indices in order; not to be written. */
    int[] all() {
        return all;
    }

    TakenColumns columns() {
        return columns;
    }

    /** The hosts grouped by what is taken of them. */
    AlikeHosts alike() {
        return alike;
    }

    /** Grows whenever the constant part of a host changes. */
    long version() {
        return version;
    }

    /** A host has reported again, or its service or aggregates have changed. */
    public void replace(int i, Host host) {
        note(i);
        hosts[i] = host;
        version++;
        fill(i);
        alike.changed(i);
    }

    /**
     * Takes what a request needs, as HostState.consume_from_request does: root and ephemeral disk
     * but not swap.
     */
    public void consume(int i, RequestSpec spec) {
        note(i);
        change(i, spec.shape().flavor(), 1);
        columns.ioOpCounts()[i]++;
    }

    /** Gives back what a server of this flavor took; the I/O operation is over. */
    public void release(int i, RequestSpec spec) {
        note(i);
        columns.ioOpCounts()[i]--;
        remove(i, spec);
    }

    /** A server that was built long ago goes: no I/O operation ends with it. */
    public void remove(int i, RequestSpec spec) {
        note(i);
        change(i, spec.shape().flavor(), -1);
        Set<String> here = instances.get(i);
        if (!here.isEmpty()) {
            here.remove(spec.instanceUuid());
        }
    }

    /** A build is over: one I/O operation less. */
    public void settled(int i) {
        note(i);
        columns.ioOpCounts()[i]--;
        alike.changed(i);
    }

    /** What servers take of a host, all of them together. */
    public record Taken(int vcpus, int ramMb, int diskMb, int serverCount) {}

    /**
     * Sets what servers have taken of a host since it reported, and forgets which servers they are;
     * verdicts that do not depend on it stay.
     */
    public void restore(int i, Taken taken) {
        note(i);
        Host.Room room = hosts[i].room();
        columns.freeRamMb()[i] = room.freeRamMb() - taken.ramMb();
        columns.freeDiskMb()[i] = room.freeDiskMb() - taken.diskMb();
        vcpusUsed[i] = room.vcpusUsed() + taken.vcpus();
        columns.vcpusFree()[i] = room.vcpusTotal() * room.ratios().cpu() - vcpusUsed[i];
        instanceCounts[i] = room.instanceCount() + taken.serverCount();
        columns.ioOpCounts()[i] = room.ioOpCount();
        instances.set(i, NOTHING);
        alike.changed(i);
    }

    private void change(int i, RequestSpec.Flavor flavor, int sign) {
        columns.freeRamMb()[i] -= sign * flavor.ramMb();
        columns.freeDiskMb()[i] -= sign * (flavor.rootGb() + flavor.ephemeralGb()) * 1024;
        vcpusUsed[i] += sign * flavor.vcpus();
        instanceCounts[i] += sign;
        Host.Room room = hosts[i].room();
        columns.vcpusFree()[i] = room.vcpusTotal() * room.ratios().cpu() - vcpusUsed[i];
        alike.changed(i);
    }

    /** A server is on a host from now on, for groups and hints. */
    public void addInstance(int i, String uuid) {
        note(i);
        if (instances.get(i) == NOTHING) {
            instances.set(i, new LinkedHashSet<>());
        }
        instances.get(i).add(uuid);
    }
}
