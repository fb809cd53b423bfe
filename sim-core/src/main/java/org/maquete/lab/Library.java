package org.maquete.lab;

import java.util.List;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.operator.Scripts;
import org.maquete.runbook.SourceText;

/**
 * What is read from texts when it is first asked for, whatever the number of models and runs. Safe
 * for several threads.
 *
 * @param charms the charms that can be deployed
 * @param scripts the documents that are typed
 */
public record Library(CharmCatalog charms, Scripts scripts) {

    /** Nothing is read yet. */
    public static Library of(CharmTexts texts) {
        return new Library(new CharmCatalog(texts), new Scripts());
    }

    /**
     * Reads what a run of these documents will ask for first: they themselves, and the charms that
     * they deploy by name.
     */
    public void readAhead(List<SourceText> sources) {
        for (List<String> words : scripts.linesOf(sources, "juju", "deploy")) {
            for (String word : words) {
                charms.find(word);
            }
        }
    }
}
