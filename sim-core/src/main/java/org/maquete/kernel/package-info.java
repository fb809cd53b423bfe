/** The discrete-event kernel. */
@NullMarked
package org.maquete.kernel;

import org.jspecify.annotations.NullMarked;
