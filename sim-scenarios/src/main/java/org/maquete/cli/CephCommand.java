package org.maquete.cli;

import java.util.List;

/** {@code ceph map}: answers as crushtool and osdmaptool do, for somebody's own dumps. */
final class CephCommand implements Command {

    @Override
    public String name() {
        return "ceph";
    }

    @Override
    public String operands() {
        return "map";
    }

    @Override
    public String summary() {
        return "where inputs, placement groups and objects go, by dumps of a cluster";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--crush", "FILE", "ceph osd crush dump, or crushtool's text"),
                Option.value("--osdmap", "FILE", "ceph osd dump --format json"),
                Option.value("--rule", "N", "without --osdmap: the rule; default: all"),
                Option.value("--num-rep", "N", "how many devices; default: the rule's sizes"),
                Option.value("--min-x", "N", "the first input; default 0"),
                Option.value("--max-x", "N", "the last input; default 1023"),
                Option.value("--pool-id", "N", "hash inputs together with this pool"),
                Option.values("--weight", "OSD:W", "a reweight from 0 to 1"),
                Option.value("--pool", "N", "with --osdmap: only this pool"),
                Option.flag("--all", "with --osdmap: raw and up sets too"),
                Option.value("--object", "NAME", "with --osdmap and --pool: an object"),
                Option.value("--namespace", "NAME", "of the object"));
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return CephMap.run(arguments, problems, screen);
    }
}
