package org.maquete.cli;

import java.util.List;
import java.util.Locale;

/** The options of {@code whatif} that disturb a branch. */
enum FaultOption {
    POWER_OFF(Names.MACHINES, false, "cut the power of these machines"),
    POWER_ON(Names.MACHINES, true, "give them the power back, one after the other"),
    MAAS_POWER_OFF(Names.MACHINES, false, "switch them off by MAAS, as AMT does"),
    MAAS_POWER_ON(Names.MACHINES, true, "switch them on by MAAS, one after the other"),
    SHUT_DOWN(Names.MACHINES, false, "shut them down in an orderly way"),
    STOP_CONTAINER(Names.CONTAINER, false, "stop a container: its name, 0/lxd/1, or a unit"),
    KILL_CONTAINER(Names.CONTAINER, false, "stop it by force"),
    START_CONTAINER(Names.CONTAINER, true, "start it again"),
    STOP_SERVICE(Names.SERVICE, false, "stop a service of systemd: mysql-innodb-cluster/0:mysql"),
    KILL_SERVICE(Names.SERVICE, false, "kill its process; systemd starts it again"),
    START_SERVICE(Names.SERVICE, true, "start it again"),
    PULL_CABLE(Names.PORT, false, "pull the network cable; of all ports if none is named"),
    PLUG_CABLE(Names.PORT, true, "plug it in again"),
    CUT_LINK(Names.PORT, false, "disable the switch port behind it"),
    MEND_LINK(Names.PORT, true, "enable the switch port again"),
    FILL_DISK(Names.HOST, false, "fill the root file system of a machine"),
    FREE_DISK(Names.HOST, true, "make room there again"),
    BREAK_PART(Names.PART, false, "break cpu, memory, storage or network, for hardware tests"),
    MEND_PART(Names.PART, true, "put a new one in"),
    SKEW_CLOCK(Names.CLOCK, false, "set the clock of a machine ahead, or behind with -90s");

    /** What an option names. */
    enum Names {
        MACHINES("MACHINE,..."),
        CONTAINER("CONTAINER"),
        SERVICE("HOST:SERVICE"),
        PORT("MACHINE[:NIC]"),
        HOST("MACHINE"),
        PART("MACHINE=PART"),
        CLOCK("MACHINE=TIME");

        private final String shown;

        Names(String shown) {
            this.shown = shown;
        }
    }

    private final Names names;
    private final boolean restores;
    private final String help;

    FaultOption(Names names, boolean restores, String help) {
        this.names = names;
        this.restores = restores;
        this.help = help;
    }

    /** The word of the command line. */
    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Names names() {
        return names;
    }

    /** Whether it puts right what was wrong. */
    boolean restores() {
        return restores;
    }

    static List<Option> options() {
        return List.of(values()).stream()
                .map(o -> Option.values(o.option(), o.names.shown + "[@TIME]", o.help))
                .toList();
    }
}
