package org.maquete.observe;

import org.maquete.kernel.Contribution;
import org.maquete.world.World;

/** Makes rows of one kind of document. */
public interface Reader extends Contribution {

    /** The command whose output it reads, which is also the name of the kind of document. */
    String source();

    /** The rows of a document; what cannot be read is among the problems, the rest is used. */
    Reading read(String document);

    /**
     * What the program would print for people about a world that was read from a document, in the
     * layout of the program that made the document and with its clock; empty when there is no such
     * thing.
     */
    default String print(World world, String document) {
        return "";
    }
}
