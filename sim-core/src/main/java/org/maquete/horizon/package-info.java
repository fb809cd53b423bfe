/**
 * Horizon 22 (Yoga), the dashboard: the numbers of its page Project / Compute / Overview.
 *
 * <p>In reality the charm openstack-dashboard serves Horizon with apache2 behind haproxy. Somebody
 * logs in with a name that Keystone knows; the page then asks Nova, Cinder and Neutron for quotas
 * and what is used of them, and draws a circle for each. What a service does not answer is missing
 * on the page, with a line that says so.
 *
 * <p>Modelled: {@link org.maquete.horizon.Overview}, the Limit Summary with its three sections, the
 * words beside the circles and how they write sizes; what a browser meets when apache2, haproxy,
 * the host, Keystone or one of the services does not answer. {@code ./maquete run --print "horizon
 * overview PROJECT"} prints it; that is no command of a real program, and a runbook cannot type it.
 * Simplified: who asks is an administrator. Not modelled: logging in, all other pages, memcached
 * and sessions, the usage table below the summary ({@code openstack usage show} has its numbers).
 *
 * <p>No durations. Sources: horizon 23.0.0 of Debian 12 (openstack_dashboard/usage/views.py,
 * usage/quotas.py, usage/base.py, horizon/templatetags/sizeformat.py, the template
 * _limit_summary.html), which equals Yoga in what is used here as far as known.
 */
@NullMarked
package org.maquete.horizon;

import org.jspecify.annotations.NullMarked;
