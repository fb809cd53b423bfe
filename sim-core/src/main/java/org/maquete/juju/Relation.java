package org.maquete.juju;

import org.maquete.world.Derived;
import org.maquete.world.Ints;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A relation between two endpoints, or among the units of one application (a peer relation).
 *
 * @param model the model's key
 * @param number the relation's id in the model; the natural key is {@code model number}
 * @param provider {@code vault:certificates}; for a peer relation the peer endpoint
 * @param requirer {@code keystone:certificates}; for a peer relation the same as provider
 * @param interfaceName {@code tls-certificates}
 * @param peer whether it is a peer relation
 * @param container whether it joins only units of one machine
 * @param dying whether it goes as soon as the last unit has left it
 * @param scopes the ids of its {@link RelationUnit}s, ascending; kept here to be found at once
 */
public record Relation(
        int id,
        String model,
        int number,
        String provider,
        String requirer,
        String interfaceName,
        boolean peer,
        boolean container,
        boolean dying,
        @Derived Ints scopes)
        implements Row {

    /** A relation that is alive and that nobody has entered. */
    public Relation(
            int id,
            String model,
            int number,
            String provider,
            String requirer,
            String interfaceName,
            boolean peer,
            boolean container) {
        this(
                id,
                model,
                number,
                provider,
                requirer,
                interfaceName,
                peer,
                container,
                false,
                Ints.NONE);
    }

    Relation withDying() {
        return with(true, scopes);
    }

    /** With these units in it. */
    public Relation withScopes(Ints scopes) {
        return with(dying, scopes);
    }

    private Relation with(boolean dying, Ints scopes) {
        return new Relation(
                id,
                model,
                number,
                provider,
                requirer,
                interfaceName,
                peer,
                container,
                dying,
                scopes);
    }

    @Override
    public String key() {
        return model + " " + number;
    }

    /** Which of the two is an endpoint of {@code application}. */
    String sideOf(String application) {
        return isOf(provider, application) ? provider : requirer;
    }

    /** The endpoint of {@code application}, without the application's name. */
    public String endpointOf(String application) {
        return sideOf(application).substring(application.length() + 1);
    }

    /** The application on the other side of {@code application}; itself in a peer relation. */
    public String other(String application) {
        String side = isOf(provider, application) ? requirer : provider;
        return side.substring(0, side.indexOf(':'));
    }

    /** Whether one of its sides is an endpoint of {@code application}. */
    public boolean joins(String application) {
        return isOf(provider, application) || isOf(requirer, application);
    }

    private static boolean isOf(String endpoint, String application) {
        int length = application.length();
        return endpoint.length() > length
                && endpoint.charAt(length) == ':'
                && endpoint.startsWith(application);
    }

    /** The application that provides; of a peer relation, its only one. */
    public String providerApplication() {
        return provider.substring(0, provider.indexOf(':'));
    }

    /** The application that requires; of a peer relation, its only one. */
    public String requirerApplication() {
        return requirer.substring(0, requirer.indexOf(':'));
    }

    /** Juju's key: requirer, then provider; for a peer relation the one endpoint. */
    public String pair() {
        return peer ? provider : requirer + " " + provider;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("provider", provider);
        sink.text("requirer", requirer).text("interface", interfaceName).flag("peer", peer);
        sink.flag("container", container).flag("dying", dying);
    }
}
