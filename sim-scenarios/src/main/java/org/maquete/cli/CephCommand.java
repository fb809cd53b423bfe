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
                Option.value("--min-rule", "N", "with --max-rule: several rules"),
                Option.value("--max-rule", "N", "with --min-rule"),
                Option.value("--num-rep", "N", "how many devices; default: the rule's sizes"),
                Option.value("--x", "N", "the input; default: 0 to 1023"),
                Option.value("--min-x", "N", "with --max-x: several inputs"),
                Option.value("--max-x", "N", "with --min-x"),
                Option.value("--pool-id", "N", "hash inputs together with this pool"),
                Option.values("--weight", "OSD:W", "a reweight from 0 to 1"),
                Option.flag("--show-mappings", "a line for each input; the default"),
                Option.flag("--show-bad-mappings", "inputs with too few devices"),
                Option.flag("--show-statistics", "how many inputs have how many devices"),
                Option.flag("--show-utilization", "devices with inputs, and how many"),
                Option.flag("--show-utilization-all", "all devices"),
                Option.value("--pool", "N", "with --osdmap: only this pool"),
                Option.flag("--all", "with --osdmap: raw and up sets too"),
                Option.flag("--table", "with --osdmap: only how many groups an OSD has"),
                Option.value("--pg-num", "N", "with --osdmap: so many groups of each pool"),
                Option.value("--object", "NAME", "with --osdmap: an object; default: of pool 1"),
                Option.value("--namespace", "NAME", "of the object"));
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return CephMap.run(arguments, problems, screen);
    }
}
