/** Starts the window: {@code ./maquete gui [FILE] [--lab LAB]}. */
@NullMarked
package org.maquete.gui.app;

import org.jspecify.annotations.NullMarked;
