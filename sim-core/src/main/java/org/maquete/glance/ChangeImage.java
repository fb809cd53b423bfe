package org.maquete.glance;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack image set} and {@code image unset}.
 *
 * @param draft all that is said of it from now on
 * @param activation {@code active}, {@code deactivated}, or empty for none of both
 * @param member the id of the project whose membership changes, or empty
 * @param membership {@code pending}, {@code accepted}, {@code rejected}; with a member only
 */
public record ChangeImage(
        String uuid, ImageDraft draft, String activation, String member, String membership)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
        draft.encode(sink);
        sink.text("activation", activation).text("member", member).text("membership", membership);
    }
}
