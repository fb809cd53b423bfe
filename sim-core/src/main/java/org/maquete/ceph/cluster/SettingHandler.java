package org.maquete.ceph.cluster;

import java.util.Optional;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.BucketType;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Flags, options, ratios, and edits of the CRUSH map. */
final class SettingHandler {

    private SettingHandler() {}

    static void flag(SetFlag command, World world, Outcome out) {
        boolean isServed = OsdHandler.isServed(world, out);
        if (isServed && new ClusterState(world).has(command.flag()) != command.set()) {
            out.fact(new FlagSet(command.flag(), command.set()));
        }
    }

    /** Everything that a flag had held up is looked at again. */
    static void flagSet(FlagSet fact, World world, Outcome out) {
        Detection.review(world, out);
        PgLedger ledger = new PgLedger(world, out);
        if (fact.set()) {
            Recovery.pause(ledger, out);
        } else {
            Recovery.begin(ledger, out);
        }
        ledger.write();
    }

    static void option(SetOption command, World world, Outcome out) {
        if (!OsdHandler.isServed(world, out)) {
            return;
        }
        if (Options.named(command.name()).isEmpty()) {
            String text = "unrecognized config option '" + command.name() + "'";
            out.refuse(Refusal.missing("EINVAL", text, "option", command.name()));
            return;
        }
        try {
            Double.parseDouble(command.value());
        } catch (NumberFormatException e) {
            out.refuse(Refusal.of("EINVAL", "error parsing value: " + e.getMessage()));
            return;
        }
        out.fact(new OptionSet(command.name(), command.value()));
        OutHandler.replan(world, out);
    }

    static void ratio(SetFullRatio command, World world, Outcome out) {
        if (OsdHandler.isServed(world, out)) {
            out.fact(new FullRatioSet(command.level(), command.permille()));
        }
    }

    static void reweigh(CrushReweight command, World world, Outcome out) {
        if (!OsdHandler.isServed(world, out)) {
            return;
        }
        if (new ClusterState(world).osd(command.osd()).isEmpty()) {
            String name = "osd." + command.osd();
            String text = "device '" + name + "' does not appear in the crush map";
            out.refuse(Refusal.missing("ENOENT", text, "osd", name));
            return;
        }
        PgLedger ledger = new PgLedger(world, out);
        CrushTree.reweigh(command.osd(), command.weightFixed16(), ledger, out);
        PeeringHandler.changed(ledger, false, out);
    }

    static void addBucket(CrushAddBucket command, World world, Outcome out) {
        if (!OsdHandler.isServed(world, out)) {
            return;
        }
        if (new ClusterState(world).buckets().has(command.name())) {
            return; // "bucket 'x' already exists", and success
        }
        Optional<BucketType> type = Optional.empty();
        for (BucketType each : MapDraft.TYPES) {
            type = each.name().equals(command.type()) && each.id() > 0 ? Optional.of(each) : type;
        }
        if (type.isEmpty()) {
            String text = "type '" + command.type() + "' does not exist";
            out.refuse(Refusal.of("EINVAL", text).missing(new Ref("type", command.type())));
            return;
        }
        CrushTree.make(command.name(), type.get().id(), new PgLedger(world, out), out);
    }

    static void move(CrushMove command, World world, Outcome out) {
        if (!OsdHandler.isServed(world, out)) {
            return;
        }
        ClusterState state = new ClusterState(world);
        for (String name : new String[] {command.name(), command.parent()}) {
            if (!state.buckets().has(name)) {
                String text = "item " + name + " does not exist";
                out.refuse(Refusal.missing("ENOENT", text, "bucket", name));
                return;
            }
        }
        Bucket bucket = state.buckets().get(command.name()).bucket();
        Bucket parent = state.buckets().get(command.parent()).bucket();
        if (parent.type() <= bucket.type()) {
            out.refuse(Refusal.of("EINVAL", "a bucket goes below one of a higher type"));
            return;
        }
        PgLedger ledger = new PgLedger(world, out);
        CrushTree.move(bucket, parent, ledger, out);
        PeeringHandler.changed(ledger, false, out);
    }
}
