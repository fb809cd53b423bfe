package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import org.maquete.ceph.placement.ChangeReader;

/** {@code ceph whatif}: what moves if a cluster is changed, and how to even it out. */
final class CephWhatIfCommand implements Command {

    @Override
    public String name() {
        return "ceph whatif";
    }

    @Override
    public String operands() {
        return "";
    }

    @Override
    public String summary() {
        return "what moves if a cluster is changed, by dumps of it; an upmap balancer";
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(Option.value("--crush", "FILE", "ceph osd crush dump, or crushtool's text"));
        options.add(Option.value("--osdmap", "FILE", "ceph osd dump --format json"));
        options.add(
                Option.values("--pgs", "FILE", "ceph pg dump, ceph df or ceph osd df, as JSON"));
        for (ChangeReader.Kind kind : ChangeReader.kinds()) {
            options.add(Option.values(kind.option(), kind.value(), kind.help()));
        }
        options.add(Option.values("--rules", "FILE", "rules as crushtool's text has them"));
        options.add(Option.flag("--upmap-clear", "remove all upmaps, at this point"));
        options.add(Option.value("--crush-after", "FILE", "compare with this CRUSH map"));
        options.add(Option.value("--osdmap-after", "FILE", "compare with this OSD map"));
        options.add(Option.flag("--balance", "print upmaps that even it out afterwards"));
        options.add(Option.value("--deviation", "N", "with --balance: shards off; default 1"));
        options.add(Option.value("--max", "N", "with --balance: upmaps at most; default 10000"));
        options.add(Option.value("--format", "text|json", "default text"));
        return options;
    }

    @Override
    public ExitCode run(Arguments arguments, Problems problems, Screen screen) {
        return CephWhatIf.run(arguments, problems, screen);
    }
}
