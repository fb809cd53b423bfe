package org.maquete.glance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** Which other projects may use an image whose visibility is {@code shared}. */
final class Sharing {

    private Sharing() {}

    static void declare(Registry registry) {
        registry.fact(MemberSet.class, Sharing::set);
        registry.fact(
                MemberRemoved.class,
                (f, _, edits) ->
                        edits.remove(
                                GlanceView.MEMBERS,
                                edits.world()
                                        .table(GlanceView.MEMBERS)
                                        .idOf(f.uuid() + " " + f.project())));
    }

    private static void set(MemberSet f, long timeNs, Edits edits) {
        String key = f.uuid() + " " + f.project();
        if (edits.world().table(GlanceView.MEMBERS).has(key)) {
            edits.change(
                    GlanceView.MEMBERS,
                    key,
                    m ->
                            new ImageMember(
                                    m.id(),
                                    m.image(),
                                    m.project(),
                                    f.status(),
                                    m.createdNs(),
                                    timeNs));
        } else {
            int id = edits.world().table(GlanceView.MEMBERS).nextId();
            edits.insert(
                    GlanceView.MEMBERS,
                    new ImageMember(id, f.uuid(), f.project(), f.status(), timeNs, timeNs));
        }
    }

    static void forget(String image, Edits edits) {
        for (ImageMember each : of(edits.world(), image)) {
            edits.remove(GlanceView.MEMBERS, each.id());
        }
    }

    static List<ImageMember> of(World world, String image) {
        List<ImageMember> members = new ArrayList<>();
        for (ImageMember each : world.table(GlanceView.MEMBERS)) {
            if (each.image().equals(image)) {
                members.add(each);
            }
        }
        return members;
    }

    static void share(ShareImage command, World world, Outcome out) {
        Optional<Image> image = GlanceView.image(world, command.uuid());
        if (image.isEmpty()) {
            out.refuse(GlanceSubsystem.missing(command.uuid()));
            return;
        }
        boolean isMember =
                world.table(GlanceView.MEMBERS).has(command.uuid() + " " + command.project());
        if (!command.shared()) {
            if (isMember) { // openstacksdk does not mind when it is none
                out.fact(new MemberRemoved(command.uuid(), command.project()));
            }
        } else if (!image.get().draft().visibility().equals("shared")) {
            // glance yoga, api/v2/image_members.py
            out.refuse(Refusal.of("403", "403 Forbidden: Only shared images have members."));
        } else if (isMember) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "409 Conflict: Project "
                                    + command.project()
                                    + " is already associated with image "
                                    + command.uuid()
                                    + "."));
        } else {
            out.fact(new MemberSet(command.uuid(), command.project(), "pending"));
            out.answer(Answer.of(command.uuid() + " " + command.project()));
        }
    }

    static Optional<Refusal> refusesStatus(ChangeImage command, World world) {
        return world.table(GlanceView.MEMBERS).has(command.uuid() + " " + command.member())
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "404",
                                "404 Not Found: "
                                        + command.member()
                                        + " not found in the member list of the image "
                                        + command.uuid()
                                        + "."));
    }
}
