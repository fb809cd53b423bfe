/** Tests of the charm catalog. */
@NullMarked
package org.maquete.juju.catalog;

import org.jspecify.annotations.NullMarked;
