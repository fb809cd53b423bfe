package org.maquete.observe;

import org.maquete.kernel.Contribution;

/** Makes rows of one kind of document. */
public interface Reader extends Contribution {

    /** The command whose output it reads, which is also the name of the kind of document. */
    String source();

    /** The rows of a document; what cannot be read is among the problems, the rest is used. */
    Reading read(String document);
}
