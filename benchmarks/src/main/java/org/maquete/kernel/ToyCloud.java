package org.maquete.kernel;

import java.util.List;
import org.maquete.world.ColumnKey;
import org.maquete.world.Row;
import org.maquete.world.Sink;
import org.maquete.world.TableKey;

/** Hosts on which virtual machines boot one after the other: the smallest cloud with rows. */
final class ToyCloud implements Subsystem {

    private static final Origin ME = new Origin.Person("benchmark");
    private static final TableKey<Vm> VMS = TableKey.dense("toy.vm");
    private static final ColumnKey<ColumnKey.Ints> RUNNING =
            new ColumnKey<>(
                    "toy.running",
                    (world, into) -> {
                        int[] counts = new int[world.table(VMS).count()];
                        world.table(VMS).forEach(vm -> into.put(vm.host, ++counts[vm.host]));
                    });

    private final int vmsByHost;

    ToyCloud(int vmsByHost) {
        this.vmsByHost = vmsByHost;
    }

    /** A running virtual machine. */
    record Vm(int id, int host, long bootedNs) implements Row {
        @Override
        public String key() {
            return Integer.toString(id);
        }

        @Override
        public void encode(Sink sink) {
            sink.number("host", host).number("bootedNs", bootedNs);
        }
    }

    /** Boots the first virtual machine of each host. */
    record Start(int hosts) implements Command {
        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {
            sink.number("hosts", hosts);
        }
    }

    /** The end of a boot. */
    record BootDue(int host) implements Event {
        @Override
        public Lane lane() {
            return Lane.WORK;
        }

        @Override
        public Ref target() {
            return new Ref("host", Integer.toString(host));
        }

        @Override
        public void encode(Sink sink) {
            sink.number("host", host);
        }
    }

    /** A virtual machine runs. */
    record VmBooted(int vm, int host) implements Fact {
        @Override
        public Ref subject() {
            return new Ref("vm", Integer.toString(vm));
        }

        @Override
        public void encode(Sink sink) {
            sink.number("vm", vm).number("host", host);
        }
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(VMS);
        registry.ints(RUNNING);
        registry.command(
                Start.class,
                (start, _, out) -> {
                    for (int host = 0; host < start.hosts; host++) {
                        out.schedule(delay(host, 0), new BootDue(host));
                    }
                });
        registry.event(
                BootDue.class,
                (boot, world, out) -> {
                    int running = world.ints(RUNNING).get(boot.host);
                    out.fact(new VmBooted(world.table(VMS).nextId(), boot.host));
                    if (running + 1 < vmsByHost) {
                        out.schedule(delay(boot.host, running + 1), boot);
                    }
                });
        registry.fact(
                VmBooted.class,
                (fact, timeNs, edits) -> {
                    edits.insert(VMS, new Vm(fact.vm, fact.host, timeNs));
                    int running = edits.world().ints(RUNNING).get(fact.host);
                    edits.put(RUNNING, fact.host, running + 1);
                });
    }

    /** 20 to 60 s, spread by the golden ratio; no luck, so that only the kernel is measured. */
    private static long delay(int host, int n) {
        long mixed = (host * 31L + n + 1) * 0x9e3779b97f4a7c15L;
        return SimTime.seconds(20) + Math.unsignedMultiplyHigh(mixed, SimTime.seconds(40));
    }

    /** A run in which {@code hosts} times {@code vmsByHost} machines are about to boot. */
    static Simulation started(int hosts, int vmsByHost, JournalMode mode) {
        Model model = new Model(List.of(new ToyCloud(vmsByHost)));
        Simulation run = new Simulation(model, Settings.DEFAULT.with(mode));
        run.submit(new Start(hosts), ME);
        return run;
    }
}
