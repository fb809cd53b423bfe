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
        registry.tables(GlanceView.IMAGES, GlanceView.MEMBERS, Store.UPLOADS);
        Store.declare(registry);
        registry.spans(List.of(STORE_IMAGE));
        registry.command(CreateImage.class, GlanceSubsystem::create);
        registry.command(ChangeImage.class, GlanceSubsystem::change);
        registry.command(ShareImage.class, Sharing::share);
        registry.command(DeleteImages.class, GlanceSubsystem::delete);
        registry.event(ImageStoredDue.class, GlanceSubsystem::stored);
        Sharing.declare(registry);
        registry.fact(ImageCreated.class, GlanceSubsystem::created);
        registry.fact(
                ImageUploadStarted.class,
                (f, at, edits) ->
                        edits.change(GlanceView.IMAGES, f.uuid(), i -> i.with("saving", at)));
        registry.fact(
                ImageBecameActive.class,
                (f, at, edits) ->
                        edits.change(
                                GlanceView.IMAGES,
                                f.uuid(),
                                i -> i.stored(f.sizeBytes(), f.checksum(), at)));
        registry.fact(
                ImageChanged.class,
                (f, at, edits) ->
                        edits.change(GlanceView.IMAGES, f.uuid(), i -> i.with(f.draft(), at)));
        registry.fact(
                ImageActivated.class,
                (f, at, edits) ->
                        edits.change(
                                GlanceView.IMAGES,
                                f.uuid(),
                                i -> i.with(f.active() ? "active" : "deactivated", at)));
        registry.fact(
                ImageDeleted.class,
                (f, at, edits) -> {
                    edits.remove(
                            GlanceView.IMAGES,
                            edits.world().table(GlanceView.IMAGES).idOf(f.uuid()));
                    Sharing.forget(f.uuid(), edits);
                });
        OpenstackVerb.Maker make = new OpenstackVerb.Maker(grammar, List.of("image"));
        ImageVerbs.all(make).forEach(registry::contribute);
    }

    private static void create(CreateImage command, World world, Outcome out) {
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(GlanceView.IMAGES).has(uuid); n++) {
            uuid = out.draws(command.draft().name(), "image", n).uuid();
        }
        out.fact(new ImageCreated(uuid, command.draft()));
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

    /** Each part is a request of its own; the first that is refused ends the client. */
    private static void change(ChangeImage command, World world, Outcome out) {
        Optional<Image> image = GlanceView.image(world, command.uuid());
        if (image.isEmpty()) {
            out.refuse(missing(command.uuid()));
            return;
        }
        String wanted = command.activation();
        boolean active = wanted.equals("active");
        String from = active ? "deactivated" : "active";
        // another state refuses it, and openstacksdk does not look at the answer
        if (!wanted.isEmpty() && image.get().status().equals(from)) {
            out.fact(new ImageActivated(command.uuid(), active));
        }
        if (!command.member().isEmpty()) {
            Optional<Refusal> no = Sharing.refusesStatus(command, world);
            if (no.isPresent()) {
                out.refuse(no.get());
                return;
            }
            out.fact(new MemberSet(command.uuid(), command.member(), command.membership()));
        }
        if (!command.draft().equals(image.get().draft())) {
            out.fact(new ImageChanged(command.uuid(), command.draft()));
        }
    }

    static Refusal missing(String uuid) {
        return Refusal.missing("404", "Failed to find image " + uuid, "image", uuid);
    }

    private static void delete(DeleteImages command, World world, Outcome out) {
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    Optional<Image> image = GlanceView.image(world, uuid);
                    if (image.isEmpty()) {
                        return Optional.of(missing(uuid));
                    }
                    if (image.get().draft().isProtected()) {
                        // glance yoga, common/exception.py, ProtectedImageDelete, as webob and
                        // openstacksdk hand it on
                        return Optional.of(
                                Refusal.of(
                                        "403",
                                        "403 Forbidden: Image "
                                                + uuid
                                                + " is protected and cannot be deleted."));
                    }
                    out.fact(new ImageDeleted(uuid));
                    return Optional.empty();
                });
    }

    private static void created(ImageCreated f, long timeNs, Edits edits) {
        int id = edits.world().table(GlanceView.IMAGES).nextId();
        edits.insert(
                GlanceView.IMAGES,
                new Image(id, f.uuid(), f.draft(), "queued", -1, "", timeNs, timeNs));
    }
}
