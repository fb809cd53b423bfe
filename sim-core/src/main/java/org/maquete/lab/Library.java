package org.maquete.lab;

import java.util.List;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.operator.Scripts;
import org.maquete.runbook.SourceText;
import org.maquete.tool.cliff.OpenstackClient;
import org.maquete.tool.cliff.OpenstackGrammar;

/**
 * What is read from texts when it is first asked for, whatever the number of models and runs. Safe
 * for several threads.
 *
 * @param charms the charms that can be deployed
 * @param openstack the grammar of the openstack client
 * @param scripts the documents that are typed
 */
public record Library(CharmCatalog charms, OpenstackGrammar openstack, Scripts scripts) {

    /** Nothing is read yet. */
    public static Library of(CharmTexts texts) {
        return new Library(new CharmCatalog(texts), OpenstackGrammar.bundled(), new Scripts());
    }

    /**
     * Reads what a run of these documents will ask for first: they themselves, the charms that they
     * deploy by name, and the openstack commands in them.
     */
    public void readAhead(List<SourceText> sources) {
        OpenstackClient client = new OpenstackClient(openstack);
        for (List<String> words : scripts.commands(sources)) {
            String program = words.isEmpty() ? "" : words.getFirst();
            if (program.equals("juju") && words.contains("deploy")) {
                words.forEach(charms::find);
            } else if (program.equals("openstack")) {
                client.read(words.subList(1, words.size()));
            }
        }
    }
}
