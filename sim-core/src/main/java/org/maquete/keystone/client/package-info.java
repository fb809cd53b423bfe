/**
 * What the commands of the openstack client have in common once it has logged in:
 * python-openstackclient 6.0.0 with osc-lib, openstacksdk, keystoneauth and novaclient as Debian 12
 * ships them.
 *
 * <p>In reality a command is a class with {@code get_parser} and {@code take_action}; it looks up
 * names by one request each, sends the request that changes something, and prints the answer as a
 * table. Here a {@link org.maquete.keystone.client.Call} does the same against the rows of the
 * services, and a {@link org.maquete.keystone.client.OpenstackVerb} gives it its grammar.
 *
 * <p>The form of a refusal depends on the library that carried the request: novaclient and
 * keystoneclient print {@code message (HTTP 400) (Request-ID: req-...)}, openstacksdk prints the
 * class of the exception, the code and the URL, and the commands that also know nova-network put
 * {@code Error while executing command:} before it. {@link org.maquete.keystone.client.HttpError}
 * has all of them. All texts were recorded from the real client against the real services (Zed) on
 * loopback.
 *
 * <p>Modelled: look-up by name or id with the texts for none and for several; endpoints that are
 * missing or do not answer; the tables. Simplified: one command of the user is one command to the
 * service, so the requests of one line cannot be interrupted half-way. Not modelled: policies (what
 * a user without the role {@code admin} may not do), {@code --debug}, {@code --timing}, {@code
 * clouds.yaml}, any authentication but by password. Times in tables count from {@link
 * org.maquete.keystone.client.Stamp#EPOCH}.
 */
@NullMarked
package org.maquete.keystone.client;

import org.jspecify.annotations.NullMarked;
