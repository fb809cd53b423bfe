package org.maquete.vault;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A Vault service, as it really is; Juju's status of its unit follows later.
 *
 * @param model the model's key
 * @param unit {@code vault/0}; the natural key is {@code model unit} with a blank
 * @param storage {@code raft} or {@code mysql}
 * @param version {@code 1.8.8}
 * @param initialized whether {@code operator init} was done
 * @param sealed whether it needs keys before it answers
 * @param threshold how many keys open it
 * @param keys the unseal keys, in the order in which they were shown
 * @param given the keys given since it was last sealed
 * @param rootToken the token that init showed, or empty
 * @param sealings how many times it has been sealed; numbers the nonces of unsealing
 * @param authorized whether the charm may use it
 * @param rootCa the certificate of the authority, or empty
 */
public record VaultServer(
        int id,
        String model,
        String unit,
        String storage,
        String version,
        boolean initialized,
        boolean sealed,
        int threshold,
        List<String> keys,
        List<String> given,
        String rootToken,
        int sealings,
        boolean authorized,
        String rootCa)
        implements Row {

    public VaultServer {
        keys = List.copyOf(keys);
        given = List.copyOf(given);
    }

    @Override
    public String key() {
        return model + " " + unit;
    }

    /** Whether it issues certificates. */
    public boolean issuesCertificates() {
        return initialized && !sealed && authorized && !rootCa.isEmpty();
    }

    /** The same with its data kept elsewhere. */
    VaultServer withStorage(String other) {
        return with(
                other,
                version,
                initialized,
                sealed,
                threshold,
                keys,
                given,
                rootToken,
                sealings,
                authorized,
                rootCa);
    }

    /** The same with the charm allowed to use it. */
    VaultServer withAuthorized() {
        return with(
                storage,
                version,
                initialized,
                sealed,
                threshold,
                keys,
                given,
                rootToken,
                sealings,
                true,
                rootCa);
    }

    /** The same with this certificate of the authority. */
    VaultServer withRootCa(String pem) {
        return with(
                storage,
                version,
                initialized,
                sealed,
                threshold,
                keys,
                given,
                rootToken,
                sealings,
                authorized,
                pem);
    }

    /** The same with these keys and token shown. */
    VaultServer withKeys(int needed, List<String> shown, String token) {
        return with(
                storage,
                version,
                true,
                true,
                needed,
                shown,
                List.of(),
                token,
                sealings,
                authorized,
                rootCa);
    }

    /** The same on the storage of another. */
    VaultServer joined(VaultServer other) {
        return with(
                storage,
                version,
                true,
                true,
                other.threshold,
                other.keys,
                List.of(),
                other.rootToken,
                sealings,
                other.authorized,
                other.rootCa);
    }

    /** The same with these keys given so far. */
    VaultServer withGiven(List<String> keysGiven) {
        return with(
                storage,
                version,
                initialized,
                sealed,
                threshold,
                keys,
                keysGiven,
                rootToken,
                sealings,
                authorized,
                rootCa);
    }

    /** The same, open. */
    VaultServer opened() {
        return with(
                storage,
                version,
                initialized,
                false,
                threshold,
                keys,
                List.of(),
                rootToken,
                sealings,
                authorized,
                rootCa);
    }

    /** The same, closed. */
    VaultServer closed() {
        return with(
                storage,
                version,
                initialized,
                true,
                threshold,
                keys,
                List.of(),
                rootToken,
                sealings + 1,
                authorized,
                rootCa);
    }

    private VaultServer with(
            String storage,
            String version,
            boolean initialized,
            boolean sealed,
            int threshold,
            List<String> keys,
            List<String> given,
            String rootToken,
            int sealings,
            boolean authorized,
            String rootCa) {
        return new VaultServer(
                id,
                model,
                unit,
                storage,
                version,
                initialized,
                sealed,
                threshold,
                keys,
                given,
                rootToken,
                sealings,
                authorized,
                rootCa);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("storage", storage);
        sink.text("version", version).flag("initialized", initialized).flag("sealed", sealed);
        sink.number("threshold", threshold).texts("keys", keys).texts("given", given);
        sink.text("rootToken", rootToken).number("sealings", sealings);
        sink.flag("authorized", authorized).text("rootCa", rootCa);
    }
}
