package org.maquete.tool;

import java.util.List;
import org.maquete.kernel.Contribution;

/** Systems that a person reaches by {@code ssh} and that are no hosts of the lab. */
public interface RemoteLogin extends Contribution {

    /** What {@code ssh} makes of its words, the program first, when it goes to one of them. */
    Parsed read(List<String> words);
}
