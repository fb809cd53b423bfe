package org.maquete.ceph.crush;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.maquete.world.Ints;

/** Writes what {@code crushtool -d} of Ceph 16.2 writes. It rounds weights to 3 decimals. */
public final class CrushTextWriter {

    private static final String KEEP = "\t\t# do not change unnecessarily\n";

    private final CrushMap map;
    private final StringBuilder out = new StringBuilder("# begin crush map\n");

    private CrushTextWriter(CrushMap map) {
        this.map = map;
    }

    /** The text of a map. */
    public static String write(CrushMap map) {
        CrushTextWriter writer = new CrushTextWriter(map);
        writer.tunables();
        writer.lists();
        writer.out.append("\n# buckets\n");
        writer.buckets();
        writer.out.append("\n# rules\n");
        map.rules().forEach(writer::rule);
        if (!map.chooseArgs().isEmpty()) {
            writer.out.append("\n# choose_args\n");
            map.chooseArgs().forEach(writer::chooseArgs);
        }
        return writer.out.append("\n# end crush map\n").toString();
    }

    /** Only those that are not argonaut's. */
    private void tunables() {
        int[] values = TunableNames.values(map.tunables());
        int[] legacy = TunableNames.values(Tunables.ARGONAUT);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != legacy[i]) {
                out.append("tunable ").append(TunableNames.ALL.get(i));
                out.append(' ').append(values[i]).append('\n');
            }
        }
    }

    private void lists() {
        out.append("\n# devices\n");
        for (Device device : map.devices()) {
            if (!device.name().equals("device" + device.id())) {
                String of = device.className().isEmpty() ? "" : " class " + device.className();
                out.append("device ").append(device.id()).append(' ').append(device.name());
                out.append(of).append('\n');
            }
        }
        out.append("\n# types\n");
        for (BucketType type : map.types()) {
            out.append("type ").append(type.id()).append(' ').append(type.name()).append('\n');
        }
    }

    /** Children before parents, from the first bucket on. */
    private void buckets() {
        boolean[] isWritten = new boolean[map.buckets().size()];
        for (int i = 0; i < isWritten.length; i++) {
            bucket(i, isWritten);
        }
    }

    private void bucket(int index, boolean[] isWritten) {
        Bucket bucket = map.buckets().get(index);
        if (isWritten[index] || bucket.isShadow()) {
            return;
        }
        isWritten[index] = true;
        bucket.items().stream()
                .filter(i -> i < 0)
                .forEach(item -> map.bucket(item).ifPresent(b -> bucket(at(b), isWritten)));
        out.append(map.typeName(bucket.type())).append(' ').append(bucket.name()).append(" {\n");
        out.append("\tid ").append(bucket.id()).append(KEEP);
        for (Bucket part : parts(bucket)) {
            out.append("\tid ").append(part.id()).append(" class ").append(part.className());
            out.append(KEEP);
        }
        out.append("\t# weight ").append(decimals(bucket.weightFixed16())).append('\n');
        out.append("\talg ").append(bucket.algorithm().word()).append(note(bucket)).append('\n');
        out.append("\thash 0\t# rjenkins1\n");
        for (int i = 0; i < bucket.items().count(); i++) {
            long weight = Integer.toUnsignedLong(bucket.weightsFixed16().get(i));
            out.append("\titem ").append(name(bucket.items().get(i)));
            out.append(" weight ").append(decimals(weight)).append(position(bucket, i));
            out.append('\n');
        }
        out.append("}\n");
    }

    private int at(Bucket bucket) {
        return map.buckets().indexOf(bucket);
    }

    /**
     * Of this bucket, by class in the order in which devices name classes; a class without devices
     * comes after them.
     */
    private List<Bucket> parts(Bucket whole) {
        List<String> classes = map.devices().stream().map(Device::className).distinct().toList();
        return map.buckets().stream()
                .filter(b -> b.isShadow() && b.ownerName().equals(whole.name()))
                .sorted(Comparator.comparingInt(b -> place(classes, b.className())))
                .toList();
    }

    private static int place(List<String> classes, String className) {
        int at = classes.indexOf(className);
        return at < 0 ? classes.size() : at;
    }

    private static String note(Bucket bucket) {
        return switch (bucket.algorithm()) {
            case UNIFORM ->
                    "\t# do not change bucket size (" + bucket.items().count() + ") unnecessarily";
            case LIST -> "\t# add new items at the end; do not change order unnecessarily";
            case TREE -> "\t# do not change pos for existing items unnecessarily";
            case STRAW, STRAW2 -> "";
        };
    }

    private static String position(Bucket bucket, int index) {
        boolean isFixed =
                bucket.algorithm() == Algorithm.TREE || bucket.algorithm() == Algorithm.UNIFORM;
        return isFixed ? " pos " + index : "";
    }

    private String name(int item) {
        if (item < 0) {
            return map.bucket(item).map(Bucket::name).orElse("bucket" + (-1 - item));
        }
        return map.devices().get(item).name();
    }

    private void rule(CrushRule rule) {
        String type = rule.type() == CrushRule.REPLICATED ? "replicated" : "erasure";
        out.append("rule ").append(rule.name()).append(" {\n\tid ").append(rule.id());
        out.append("\n\ttype ").append(type);
        out.append("\n\tmin_size ").append(rule.sizeMin());
        out.append("\n\tmax_size ").append(rule.sizeMax()).append('\n');
        rule.steps().forEach(step -> out.append("\tstep ").append(words(step)).append('\n'));
        out.append("}\n");
    }

    private String words(Step step) {
        return switch (step) {
            case Step.Take(int item) -> "take " + name(item).replace("~", " class ");
            case Step.Emit() -> "emit";
            case Step.Noop() -> "noop";
            case Step.Set(Setting setting, int value) -> setting.word() + " " + value;
            case Step.Choose c ->
                    c.op().replace('_', ' ')
                            + " "
                            + c.itemCount()
                            + " type "
                            + map.typeName(c.type());
        };
    }

    private void chooseArgs(ChooseArgs arguments) {
        out.append("choose_args ").append(Long.toUnsignedString(arguments.id())).append(" {\n");
        for (ChooseArgs.OfBucket each : arguments.buckets()) {
            out.append("  {\n    bucket_id ").append(each.bucketId()).append('\n');
            if (!each.weightSets().isEmpty()) {
                out.append("    weight_set [\n");
                each.weightSets().forEach(set -> out.append("      ").append(row(set, true)));
                out.append("    ]\n");
            }
            if (each.ids().count() > 0) {
                out.append("    ids ").append(row(each.ids(), false));
            }
            out.append("  }\n");
        }
        out.append("}\n");
    }

    private static String row(Ints numbers, boolean areWeights) {
        StringBuilder row = new StringBuilder("[ ");
        for (int i = 0; i < numbers.count(); i++) {
            int number = numbers.get(i);
            row.append(areWeights ? decimals(number) : String.valueOf(number)).append(' ');
        }
        return row.append("]\n").toString();
    }

    /** As the C library prints a float: an exact half goes to the even digit. */
    private static String decimals(long fixed16) {
        return new BigDecimal((float) fixed16 / 0x10000)
                .setScale(3, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
