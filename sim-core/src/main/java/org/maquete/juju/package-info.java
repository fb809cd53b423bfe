/** Juju 3.6: controllers, models, applications, units, relations, hooks. */
@NullMarked
package org.maquete.juju;

import org.jspecify.annotations.NullMarked;
