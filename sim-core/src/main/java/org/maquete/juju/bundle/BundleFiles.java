package org.maquete.juju.bundle;

import java.util.Optional;

/** What lies where a bundle is read. */
public interface BundleFiles {

    /** The error of looking for a file that is not there. */
    String NONE = "no such file or directory";

    /** Nothing lies there. */
    BundleFiles EMPTY =
            new BundleFiles() {
                @Override
                public Optional<String> text(String path) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> trouble(String path) {
                    return Optional.of(NONE);
                }

                @Override
                public String absolute(String path) {
                    return "/" + (path.startsWith("./") ? path.substring(2) : path);
                }
            };

    /** The content of a file, if it is there. */
    Optional<String> text(String path);

    /** Why a file or folder cannot be used, {@link #NONE} if it is not there; or empty. */
    Optional<String> trouble(String path);

    /** The path from the root. */
    String absolute(String path);
}
