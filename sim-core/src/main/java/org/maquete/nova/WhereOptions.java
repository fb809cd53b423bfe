package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Line;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.argparse.Value;

/** The options of {@code server create} that say where, and how many. */
final class WhereOptions {

    // 74: from where a host may be asked for by its own field
    private static final int WITH_HOST = 74;

    private final Line line;

    WhereOptions(Line line) {
        this.line = line;
    }

    /** Why the client ends, if it does: it looks at the counts before anything after the flavor. */
    Optional<Deed> counts() {
        long least = line.number("min", 1);
        long most = line.number("max", 1);
        if (least > most) {
            return end("min instances should be <= max instances");
        }
        if (least < 1) {
            return end("min instances should be > 0");
        }
        return most < 1 ? end("max instances should be > 0") : Optional.empty();
    }

    /** The same of the hosts, at which it looks last. */
    Optional<Deed> hosts() {
        for (String option : List.of("host", "hypervisor-hostname")) {
            boolean given = line.given(option.replace('-', '_')).isPresent();
            if (given && !line.cloud().speaks(WITH_HOST, 1)) {
                return end(
                        "--os-compute-api-version 2.74 or greater is required to support the --"
                                + option
                                + " option");
            }
        }
        return Optional.empty();
    }

    /** What the options ask for; the zone as it is written, with what is behind its colons. */
    BuildWish wish() {
        BuildWish.Place wanted =
                new BuildWish.Place(line.text("host"), line.text("hypervisor_hostname"));
        return new BuildWish(line.text("availability_zone"), BuildWish.Place.ANY, wanted, hints());
    }

    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        if (line.args().has("hint")) {
            line.args()
                    .fields("hint")
                    .forEach((key, values) -> {
                        if (values instanceof Value.Many(List<Value> all)) {
                            all.forEach(value -> hints.add(key + "=" + value.str()));
                        } else {
                            hints.add(key + "=" + values.str());
                        }
                    });
        }
        return hints;
    }

    private Optional<Deed> end(String text) {
        Refusal why = new Refusal("client", "", text, Ref.NONE);
        return Optional.of(
                new Deed.Reject(new Rejected(why, Answer.failed(1, line.warning() + text))));
    }
}
