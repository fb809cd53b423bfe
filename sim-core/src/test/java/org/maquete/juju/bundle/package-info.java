@NullMarked
package org.maquete.juju.bundle;

import org.jspecify.annotations.NullMarked;
