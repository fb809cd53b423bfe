package org.maquete.guest;

import java.util.ArrayList;
import java.util.List;
import org.maquete.finding.Finding;
import org.maquete.finding.Rule;
import org.maquete.finding.Run;
import org.maquete.finding.Severity;
import org.maquete.finding.Trouble;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Ref;

/**
 * A line that ends well although something went wrong: a container that ends at once, a page that
 * says 502, a server that another one stands in for.
 */
final class RequestIsAnswered implements Rule {

    @Override
    public String id() {
        return "guest.request-not-answered";
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> all = new ArrayList<>();
        if (run.world().table(GuestTables.MISHAPS).count() == 0) {
            return all;
        }
        for (TypedLine line : run.lines()) {
            if (line.failed() || !line.startsWith("ssh") && !line.startsWith("curl")) {
                continue;
            }
            for (Mishap each : Mishaps.of(line, run.world())) {
                all.add(
                        new Finding(
                                Mishaps.rule(each),
                                each.isBorne() ? Severity.WARNING : Severity.ERROR,
                                Trouble.SILENT,
                                line.place(),
                                new Ref("line", line.source()),
                                line.answer().text(),
                                Mishaps.cause(each),
                                Mishaps.cures(each),
                                Ref.NONE));
            }
        }
        return all;
    }
}
