package org.maquete.glance;

import java.util.ArrayList;
import java.util.List;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.tool.Deed;
import org.maquete.tool.Rejected;
import org.maquete.tool.Session;
import org.maquete.world.World;

/** {@code image unset}: what is not there is told and counted, and leaves the others. */
record ImageUnsetting() implements Call {

    @Override
    public Deed take(Line line, Session session, World world) {
        Found<Image> found = ImageVerbs.find(line.text("image"), line, world);
        if (!found.isThere()) {
            return found.reject(line);
        }
        ImageDraft old = found.get().draft();
        List<String> tags = new ArrayList<>(old.tags());
        List<String> properties = new ArrayList<>(old.properties());
        int bad = 0;
        for (String tag : line.texts("tags")) {
            bad += tags.remove(tag) ? 0 : 1;
        }
        for (String key : line.texts("properties")) {
            bad += properties.removeIf(p -> p.startsWith(key + "=")) ? 0 : 1;
        }
        boolean some = bad < line.texts("tags").size() + line.texts("properties").size();
        if (bad > 0 && some) {
            return new Deed.NotModelled("openstack image unset of some that are missing");
        }
        if (bad > 0) {
            Answer answer = failed(line);
            Refusal why = new Refusal("client", "", answer.stderr().strip(), Ref.NONE);
            return new Deed.Reject(new Rejected(why, answer));
        }
        ImageDraft less =
                new ImageDraft(
                        old.project(),
                        old.name(),
                        old.visibility(),
                        old.containerFormat(),
                        old.diskFormat(),
                        old.minDiskGib(),
                        old.minRamMib(),
                        old.isProtected(),
                        old.isHidden(),
                        tags,
                        properties);
        return new Deed.Ask(new ChangeImage(found.get().uuid(), less, "", "", ""));
    }

    private static Answer failed(Line line) {
        StringBuilder text = new StringBuilder(line.warning());
        List<String> counts = new ArrayList<>();
        List<String> tags = line.texts("tags");
        List<String> properties = line.texts("properties");
        for (String each : tags) {
            text.append("tag unset failed, '" + each + "' is a nonexistent tag \n");
        }
        for (String each : properties) {
            text.append("property unset failed, '" + each + "' is a nonexistent property \n");
        }
        if (!tags.isEmpty()) {
            counts.add("Failed to unset " + tags.size() + " of " + tags.size() + " tags");
        }
        if (!properties.isEmpty()) {
            int count = properties.size();
            counts.add("Failed to unset " + count + " of " + count + " properties");
        }
        return Answer.failed(1, text + String.join(",", counts) + ".");
    }
}
