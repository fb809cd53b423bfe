/**
 * Keystone 21 (Yoga): who somebody is, what projects there are, where the services are.
 *
 * <p>In reality Keystone checks the password, issues a token that lives for one hour, and hands out
 * the catalogue with it. The charm makes the domains {@code admin_domain}, {@code default} and
 * {@code service_domain}, the user {@code admin} with a password of its own making, and enters a
 * service into the catalogue when its charm asks over {@code identity-service}; with a certificate
 * from Vault every address in it begins with {@code https}.
 *
 * <p>Modelled: domains, projects, users, roles as objects; the catalogue as it follows from Juju's
 * relations; the login of the openstack client, which comes before its command's options are looked
 * at, with the texts for a missing address, password or certificate file, an address where nobody
 * answers, a certificate that does not fit, a wrong password ({@link
 * org.maquete.keystone.KeystoneSubsystem} contributes it as the program {@code openstack}). A
 * service answers at its address while the host runs, haproxy runs on it, and some unit of the
 * application runs the program that serves the API: a stopped cinder-scheduler takes nothing from
 * cinder-api. A unit that is not ready for another reason counts as one that nobody has configured.
 *
 * <p>The certificate: what Vault has put into the relation as {@code ca}; {@code OS_CACERT} must
 * name a file that contains it. Simplified: one region; a client without {@code OS_CACERT} trusts
 * nobody; a token lives as long as the line that asked for it; a service is in the catalogue as
 * soon as one of its units has joined the relation. Not modelled: groups, application credentials,
 * federation, LDAP, policies, password rules.
 *
 * <p>No durations. Sources: charm-keystone stable/yoga (keystone_utils.py, manager.py); texts
 * recorded from keystone 22.0.2 and python-openstackclient 6.0.0 on loopback.
 */
@NullMarked
package org.maquete.keystone;

import org.jspecify.annotations.NullMarked;
