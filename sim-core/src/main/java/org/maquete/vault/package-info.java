/**
 * HashiCorp Vault 1.8, its client, and the charm {@code vault}: here above all the certificate
 * authority of the cloud.
 *
 * <p><b>In reality</b> {@code vault operator init} makes unseal keys and a root token and shows
 * them once; with the threshold of keys the service opens, and it is sealed again whenever its
 * process stops. The charm needs an access of its own, which {@code authorize-charm} sets up with a
 * token that should live shortly, and an authority, which {@code generate-root-ca} makes. Then it
 * signs a certificate for each unit that asks on {@code certificates}.
 *
 * <p><b>Modelled</b>: keys, threshold, progress, nonce, sealing; tokens with their expiry; the
 * client's {@code operator init}, {@code operator unseal KEY}, {@code operator seal}, {@code
 * status}, {@code token create}, {@code login} with {@code VAULT_ADDR} and {@code VAULT_TOKEN}, its
 * tables and its errors; the charm's states in its order; the actions {@code authorize-charm},
 * {@code generate-root-ca}, {@code get-root-ca}, {@code reissue-certificates}, {@code restart}; the
 * service {@code vault}, sealing when it or its host stops; a certificate for each unit that asks,
 * valid for {@code default-ttl} (8759 h), and its end on the clock, which no status ever shows;
 * several units on one raft or database, of which one is initialised for all, each is unsealed, and
 * one is active.
 *
 * <p><b>Simplified</b>: every token has the root policy. Which of several open services is active
 * is the one that was sealed least. Status prints no state of the raft cluster. Certificates hold
 * no text but the root's, which is drawn; the charm renews none by itself. The juju status of the
 * unit lags behind: it follows at the unit's update-status hook.
 *
 * <p><b>Not modelled</b>: etcd as a storage, networks that part the units of a raft, {@code
 * totally-unsecure-auto-unlock}, intermediate authorities ({@code get-csr}, {@code
 * upload-signed-csr}), secret engines, policies, TLS of Vault itself, prompts for a key or a token.
 *
 * <p><b>Durations</b>: none of its own.
 *
 * <p><b>Sources</b>: charm-vault stable/1.8 {@code src/reactive/vault_handlers.py}, {@code
 * src/lib/charm/vault.py}, {@code vault_pki.py}, {@code src/actions/actions.py} (an action that
 * throws fails with the last line of its trace; that hvac adds no URL to it is a GUESS on its
 * version, below 0.7); recorded outputs of the client 1.8 in public write-ups.
 */
@NullMarked
package org.maquete.vault;

import org.jspecify.annotations.NullMarked;
