package org.maquete.horizon;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.JournalEntry;
import org.maquete.keystone.KeystoneView;
import org.maquete.keystone.Project;
import org.maquete.keystone.client.Found;
import org.maquete.tool.Recall;
import org.maquete.world.World;

/** {@code horizon overview [PROJECT]}: what somebody sees who looks at the page. */
final class OverviewRecall implements Recall {

    @Override
    public boolean knows(List<String> words) {
        return words.size() >= 2
                && words.size() <= 3
                && words.getFirst().equals("horizon")
                && words.get(1).equals("overview");
    }

    @Override
    public Answer recall(List<String> words, World world, List<JournalEntry> entries, long nowNs) {
        String wanted = words.size() == 3 ? words.get(2) : "admin";
        Found<Project> project = KeystoneView.findProject(world, wanted, Optional.empty());
        if (!project.isThere()) {
            return Answer.failed(1, project.message());
        }
        Overview page = Overview.of(world, project.get().uuid());
        return page.sections().isEmpty()
                ? Answer.failed(1, page.text())
                : new Answer(page.text(), "", 0);
    }
}
