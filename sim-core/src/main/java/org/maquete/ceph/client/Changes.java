package org.maquete.ceph.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.maquete.ceph.cluster.CrushAddBucket;
import org.maquete.ceph.cluster.CrushMove;
import org.maquete.ceph.cluster.CrushReweight;
import org.maquete.ceph.cluster.OsdDown;
import org.maquete.ceph.cluster.OsdIn;
import org.maquete.ceph.cluster.OsdOut;
import org.maquete.ceph.cluster.OsdReweight;
import org.maquete.ceph.cluster.PurgeOsd;
import org.maquete.ceph.cluster.SetFlag;
import org.maquete.ceph.cluster.SetFullRatio;
import org.maquete.ceph.cluster.SetOption;
import org.maquete.ceph.cluster.SetPrimaryAffinity;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.StreamNumber;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.Fullness;
import org.maquete.ceph.status.MapFlag;
import org.maquete.kernel.Command;

/** What people change with the client, but for pools: texts of 16.2.15, recorded. */
final class Changes {

    private static final double ONE = OsdState.ONE;

    private Changes() {}

    static Change of(Understood command, ClusterSnapshot snapshot) {
        return switch (command.prefix()) {
            case "osd out" ->
                    osds(command, snapshot, "out", o -> o.weightFixed16() > 0, OsdOut::new);
            case "osd in" -> osds(command, snapshot, "in", o -> o.weightFixed16() == 0, OsdIn::new);
            case "osd down" -> osds(command, snapshot, "down", OsdState::isUp, OsdDown::new);
            case "osd set" -> flag(command, true);
            case "osd unset" -> flag(command, false);
            case "osd reweight", "osd primary-affinity", "osd purge" -> osd(command, snapshot);
            case "osd crush reweight" -> crushReweight(command);
            case "osd crush add-bucket" -> addBucket(command, snapshot);
            case "osd crush move" -> move(command, snapshot);
            case "osd set-full-ratio" -> ratio(command, Fullness.FULL);
            case "osd set-backfillfull-ratio" -> ratio(command, Fullness.BACKFILLFULL);
            case "osd set-nearfull-ratio" -> ratio(command, Fullness.NEARFULL);
            case "config set" -> option(command);
            default -> PoolChanges.of(command, snapshot);
        };
    }

    private static Change osds(
            Understood line,
            ClusterSnapshot snapshot,
            String word,
            Predicate<OsdState> isToDo,
            IntFunction<Command> order) {
        StringBuilder said = new StringBuilder();
        List<Command> commands = new ArrayList<>();
        List<String> ids = new ArrayList<>(line.all("ids"));
        if (ids.equals(List.of("all")) || ids.equals(List.of("any"))) {
            ids.clear();
            snapshot.map().osds().stream().filter(isToDo).forEach(o -> ids.add("" + o.id()));
        }
        for (String id : ids) {
            String number = id.startsWith("osd.") ? id.substring("osd.".length()) : id;
            if (!number.matches("[0-9]{1,9}")) {
                String wrong = "Expected option value to be integer, got '" + number + "'";
                return new Change.Refused("EINVAL", said + wrong + "invalid osd id-1");
            }
            int osd = Integer.parseInt(number);
            Optional<OsdState> state = snapshot.map().osd(osd);
            if (state.isEmpty()) {
                said.append("osd.").append(osd).append(" does not exist. ");
            } else if (isToDo.test(state.get())) {
                commands.add(order.apply(osd));
                said.append("marked ").append(word).append(" osd.").append(osd).append(". ");
            } else {
                said.append("osd.").append(osd).append(" is already ").append(word).append(". ");
            }
        }
        return commands.isEmpty()
                ? new Change.Told(said.toString())
                : new Change.AllOrdered(commands, said.toString());
    }

    private static Change flag(Understood line, boolean isSet) {
        String word = line.value("key");
        List<String> words = word.equals("pause") ? List.of("pauserd", "pausewr") : List.of(word);
        List<Command> commands = new ArrayList<>();
        for (String each : words) {
            Optional<MapFlag> flag = MapFlag.named(each);
            if (flag.isEmpty()) {
                return new Change.Refused("EINVAL", "unrecognized flag '" + word + "'");
            }
            commands.add(new SetFlag(flag.get(), isSet));
        }
        String said = String.join(",", words) + (isSet ? " is set" : " is unset");
        return new Change.AllOrdered(commands, said);
    }

    private static Change osd(Understood line, ClusterSnapshot snapshot) {
        int osd = Integer.parseInt(line.value("id"));
        Optional<OsdState> state = snapshot.map().osd(osd);
        String name = "osd." + osd;
        if (line.prefix().equals("osd purge")) {
            return purge(line, osd, state);
        }
        if (state.isEmpty()) {
            return new Change.Refused("ENOENT", name + " does not exist");
        }
        double weight = Double.parseDouble(line.value("weight"));
        int fixed16 = (int) (weight * ONE);
        String shown = StreamNumber.of(weight);
        if (line.prefix().equals("osd reweight")) {
            String said = "reweighted " + name + " to " + shown;
            return new Change.Ordered(
                    new OsdReweight(osd, fixed16),
                    said + " (" + Integer.toHexString(fixed16) + ")");
        }
        // The real text has the numbers of two formats around the weight in 65,536ths.
        String said = "set " + name + " primary-affinity to " + shown + " (8" + fixed16 + "2)";
        return new Change.Ordered(new SetPrimaryAffinity(osd, fixed16), said);
    }

    private static Change purge(Understood line, int osd, Optional<OsdState> state) {
        boolean isSure = line.confirms("yes_i_really_mean_it") || line.confirms("force");
        if (!isSure) {
            return new Change.NotModelled("osd purge without --yes-i-really-mean-it");
        }
        String name = "osd." + osd;
        if (state.isEmpty()) {
            return new Change.Told(name + " does not exist");
        }
        if (state.get().isUp()) {
            return new Change.Refused("EBUSY", name + " is not `down`.");
        }
        return new Change.Ordered(new PurgeOsd(osd), "purged " + name);
    }

    private static Change crushReweight(Understood line) {
        String name = line.value("name");
        double weight = Double.parseDouble(line.value("weight"));
        String id = name.startsWith("osd.") ? name.substring("osd.".length()) : "";
        if (!id.matches("[0-9]{1,9}")) {
            return new Change.NotModelled("osd crush reweight of other than an OSD");
        }
        return new Change.Ordered(
                new CrushReweight(Integer.parseInt(id), (int) (weight * ONE)),
                "reweighted item id "
                        + id
                        + " name '"
                        + name
                        + "' to "
                        + StreamNumber.of(weight)
                        + " in crush map");
    }

    private static Change addBucket(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("name");
        String type = line.value("type");
        if (line.has("args")) {
            return new Change.NotModelled("osd crush add-bucket with a place");
        }
        return snapshot.crush().bucket(name).isPresent()
                ? new Change.Told("bucket '" + name + "' already exists")
                : new Change.Ordered(
                        new CrushAddBucket(name, type),
                        "added bucket " + name + " type " + type + " to crush map");
    }

    private static Change move(Understood line, ClusterSnapshot snapshot) {
        String name = line.value("name");
        List<String> places = line.all("args");
        Optional<Bucket> bucket = snapshot.crush().bucket(name);
        if (places.size() != 1 || !places.getFirst().contains("=")) {
            return new Change.NotModelled("osd crush move to other than one place");
        }
        if (bucket.isEmpty()) {
            return new Change.Refused("ENOENT", "item " + name + " does not exist");
        }
        String place = places.getFirst();
        String parent = place.substring(place.indexOf('=') + 1);
        String what = "moved item id " + bucket.get().id() + " name '" + name + "'";
        return new Change.Ordered(
                new CrushMove(name, parent), what + " to location {" + place + "} in crush map");
    }

    private static Change ratio(Understood line, Fullness level) {
        String typed = line.value("ratio");
        int permille = (int) Math.round(Double.parseDouble(typed) * 1000);
        return new Change.Ordered(
                new SetFullRatio(level, permille),
                line.prefix() + " " + StreamNumber.of(Double.parseDouble(typed)));
    }

    private static Change option(Understood line) {
        String name = line.value("name");
        return org.maquete.ceph.cluster.Options.named(name).isPresent()
                ? new Change.Ordered(new SetOption(name, line.value("value")), "")
                : new Change.NotModelled("config set " + name);
    }
}
