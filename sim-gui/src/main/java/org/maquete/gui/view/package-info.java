/**
 * The window itself: JavaFX nodes over {@link org.maquete.gui.model}. It computes nothing; a cell
 * shows a field of a line of {@link org.maquete.gui.model.Moment}.
 *
 * <p>{@link org.maquete.gui.view.LabPane} has the rack to the left, the units to the right, and
 * below them a slider over the time of the run, with a button that plays it in about a minute.
 * Colours are the theme's, and each status is also a word, so nothing depends on seeing colour. The
 * tests press the same controls on the Headless platform of JavaFX, which needs no display.
 *
 * <p>Words of the programs stay as the programs print them. Simplified: labels are English only.
 */
@NullMarked
package org.maquete.gui.view;

import org.jspecify.annotations.NullMarked;
