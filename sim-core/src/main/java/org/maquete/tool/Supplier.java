package org.maquete.tool;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Contribution;
import org.maquete.world.World;

/**
 * Knows what a person would put in the place of a placeholder: an unseal key that was printed
 * before, the number of the machine that was just added.
 */
public interface Supplier extends Contribution {

    /**
     * The text for a placeholder.
     *
     * @param placeholder as written: {@code <machine-id>}, {@code XXX}
     * @param words the words of the line up to and including the one with the placeholder
     */
    Optional<String> supply(String placeholder, List<String> words, World world);
}
