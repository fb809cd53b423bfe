@NullMarked
package org.maquete.juju.client;

import org.jspecify.annotations.NullMarked;
