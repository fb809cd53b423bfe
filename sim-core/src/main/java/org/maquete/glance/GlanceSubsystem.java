package org.maquete.glance;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.keystone.client.OneByOne;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.cliff.OpenstackGrammar;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** Glance and its commands in the openstack client. */
public final class GlanceSubsystem implements Subsystem {

    static final Span STORE_IMAGE =
            Span.seconds("glance.store-image", 15, 40, "GUESS: 650 MB over 1 Gbit/s to Ceph, x3");

    private final OpenstackGrammar grammar;

    /** With the grammar of the client's commands. */
    public GlanceSubsystem(OpenstackGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public String name() {
        return "glance";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(GlanceView.IMAGES, Store.UPLOADS);
        Store.declare(registry);
        registry.spans(List.of(STORE_IMAGE));
        registry.command(CreateImage.class, GlanceSubsystem::create);
        registry.command(ChangeImage.class, GlanceSubsystem::change);
        registry.command(DeleteImages.class, GlanceSubsystem::delete);
        registry.event(ImageStoredDue.class, GlanceSubsystem::stored);
        registry.fact(ImageCreated.class, GlanceSubsystem::created);
        registry.fact(
                ImageUploadStarted.class,
                (f, at, edits) ->
                        edits.change(GlanceView.IMAGES, f.uuid(), i -> i.withStatus("saving")));
        registry.fact(ImageBecameActive.class, GlanceSubsystem::becameActive);
        registry.fact(ImageChanged.class, GlanceSubsystem::changed);
        registry.fact(
                ImageDeleted.class,
                (f, at, edits) ->
                        edits.remove(
                                GlanceView.IMAGES,
                                edits.world().table(GlanceView.IMAGES).idOf(f.uuid())));
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of("image"));
        ImageVerbs.all(make).forEach(registry::contribute);
    }

    private static void create(CreateImage command, World world, Outcome out) {
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(GlanceView.IMAGES).has(uuid); n++) {
            uuid = out.draws(command.name(), "image", n).uuid();
        }
        out.fact(
                new ImageCreated(
                        uuid,
                        command.project(),
                        command.name(),
                        command.visibility(),
                        command.containerFormat(),
                        command.diskFormat()));
        if (command.sizeBytes() < 0) {
            out.answer(Answer.of(uuid));
            return;
        }
        out.fact(new ImageUploadStarted(uuid));
        long ticket = out.answerLater();
        out.schedule(
                out.draw(STORE_IMAGE, uuid, 0),
                new ImageStoredDue(uuid, command.sizeBytes(), command.checksum(), ticket));
    }

    private static void stored(ImageStoredDue event, World world, Outcome out) {
        boolean isThere = world.table(GlanceView.IMAGES).has(event.uuid());
        Optional<String> blocked = isThere ? Store.blocked(world) : Optional.empty();
        if (blocked.isPresent()) {
            Store.holdUp(event, blocked.get(), world, out);
            return;
        }
        if (isThere) {
            out.fact(new ImageBecameActive(event.uuid(), event.sizeBytes(), event.checksum()));
        }
        out.answer(event.ticket(), Answer.of(event.uuid()));
    }

    private static void change(ChangeImage command, World world, Outcome out) {
        out.fact(new ImageChanged(command.uuid(), command.name(), command.visibility()));
    }

    private static void delete(DeleteImages command, World world, Outcome out) {
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    if (!world.table(GlanceView.IMAGES).has(uuid)) {
                        return Optional.of(
                                Refusal.missing(
                                        "404", "Failed to find image " + uuid, "image", uuid));
                    }
                    out.fact(new ImageDeleted(uuid));
                    return Optional.empty();
                });
    }

    private static void created(ImageCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(GlanceView.IMAGES).nextId();
        edits.insert(
                GlanceView.IMAGES,
                new Image(
                        id,
                        f.uuid(),
                        f.project(),
                        f.name(),
                        "queued",
                        f.visibility(),
                        f.containerFormat(),
                        f.diskFormat(),
                        -1,
                        "",
                        timeNs));
    }

    private static void becameActive(ImageBecameActive f, long timeNs, Edits edits) {
        edits.change(
                GlanceView.IMAGES,
                f.uuid(),
                i ->
                        new Image(
                                i.id(),
                                i.uuid(),
                                i.project(),
                                i.name(),
                                "active",
                                i.visibility(),
                                i.containerFormat(),
                                i.diskFormat(),
                                f.sizeBytes(),
                                f.checksum(),
                                i.createdNs()));
    }

    private static void changed(ImageChanged f, long timeNs, Edits edits) {
        edits.change(
                GlanceView.IMAGES,
                f.uuid(),
                i -> {
                    Image named = f.name().isEmpty() ? i : i.withName(f.name());
                    return f.visibility().isEmpty() ? named : named.withVisibility(f.visibility());
                });
    }
}
