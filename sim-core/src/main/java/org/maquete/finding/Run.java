package org.maquete.finding;

import java.util.List;
import org.maquete.kernel.Journal;
import org.maquete.kernel.Model;
import org.maquete.world.World;

/**
 * A run that has come to its end, for rules to look at.
 *
 * @param lines all commands in order of typing
 * @param journal all that happened
 * @param world the world at the end
 * @param model the subsystems
 */
public record Run(List<TypedLine> lines, Journal journal, World world, Model model) {}
