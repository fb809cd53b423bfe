package org.maquete.keystone;

import java.util.Optional;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.vault.Certificate;
import org.maquete.vault.VaultServer;
import org.maquete.vault.VaultView;
import org.maquete.world.World;

/** Which certificate authority signs for a unit. */
final class Certificates {

    private Certificates() {}

    /**
     * The root of Vault, or what another authority has put into the relation as {@code ca}; empty
     * when there is no relation or it has not answered: then the service speaks http.
     */
    static Optional<String> authority(World world, Unit unit) {
        for (Relation relation : JujuView.relations(world, unit.model(), unit.application())) {
            if (!relation.interfaceName().equals("tls-certificates")) {
                continue;
            }
            String provider = relation.other(unit.application());
            for (Unit signer : JujuView.units(world, unit.model(), provider)) {
                Optional<String> root =
                        VaultView.server(world, signer)
                                .map(VaultServer::rootCa)
                                .filter(text -> !text.isEmpty());
                if (root.isPresent()) {
                    return root;
                }
                String ca = JujuView.value(world, relation, signer.name(), "ca");
                if (!ca.isEmpty()) {
                    return Optional.of(ca);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the unit presents a certificate whose time is over. */
    static boolean isExpired(World world, Unit unit) {
        return VaultView.certificate(world, unit).filter(Certificate::expired).isPresent();
    }

    /** Whether a file of certificates contains this one; blanks and line ends do not count. */
    static boolean contains(String file, String certificate) {
        return file.contains(certificate) || bare(file).contains(bare(certificate));
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                bare.append(text.charAt(i));
            }
        }
        return bare.toString();
    }
}
