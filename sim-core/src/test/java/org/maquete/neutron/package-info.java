/** Tests of the openstack client's commands against the services behind them. */
@NullMarked
package org.maquete.neutron;

import org.jspecify.annotations.NullMarked;
