/**
 * What the window shows, without a window: values computed from a run at an instant. No JavaFX type
 * appears here, so all of it is tested without a screen.
 */
@NullMarked
package org.maquete.gui.model;

import org.jspecify.annotations.NullMarked;
