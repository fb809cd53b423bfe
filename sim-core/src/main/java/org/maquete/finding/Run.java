package org.maquete.finding;

import java.util.List;
import org.maquete.kernel.Journal;
import org.maquete.kernel.Model;
import org.maquete.world.World;

/**
 * A run for rules to look at, nearly always at its end.
 *
 * @param lines all commands typed, in order
 * @param journal all that happened
 * @param world the world as it is now
 * @param model the subsystems
 */
public record Run(List<TypedLine> lines, Journal journal, World world, Model model) {}
