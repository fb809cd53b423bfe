/** The window itself: JavaFX nodes over {@link org.maquete.gui.model}. It computes nothing. */
@NullMarked
package org.maquete.gui.view;

import org.jspecify.annotations.NullMarked;
