package org.maquete.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.maquete.juju.catalog.CharmTexts;
import org.maquete.runbook.SourceText;

/** The texts that come with the program: labs, runbooks, bundles, charms. */
public final class Bundled {

    private static final String ROOT = "org/maquete/";

    /** Where the sources of this repository keep the runbooks, for what a person can type. */
    static final String RUNBOOKS = "sim-scenarios/src/main/resources/org/maquete/runbooks/";

    private Bundled() {}

    /** The lab that is used when none is given. */
    public static SourceText lab() {
        return new SourceText("five-nucs.yaml", text("labs/five-nucs.yaml"));
    }

    /** Our corrected runbook in {@code en} or {@code pt}. */
    public static SourceText corrected(String language) {
        return runbook("openstack." + language + ".md");
    }

    /** The runbook as typed on the first night, with its mistakes. */
    public static SourceText firstNight(String language) {
        return runbook("first-night." + language + ".md");
    }

    /** The application of the lab's tasks 3 and 4, which goes on where the corrected one ends. */
    public static SourceText tasks(String language) {
        return runbook("tasks." + language + ".md");
    }

    /** One of our bundles: {@code tiny}, {@code ceph}, {@code kubernetes}, {@code openstack}. */
    public static SourceText bundle(String name) {
        return new SourceText(name + ".yaml", text("bundles/" + name + ".yaml"));
    }

    private static SourceText runbook(String name) {
        return new SourceText(name, text("runbooks/" + name));
    }

    /** The charms of the catalogue. */
    public static CharmTexts charms() {
        List<String> names =
                text("juju/charms/index.txt").lines().filter(l -> !l.isBlank()).toList();
        return new CharmTexts() {
            @Override
            public List<String> names() {
                return names;
            }

            @Override
            public String text(String charm) {
                return Bundled.text("juju/charms/" + charm + ".yaml");
            }
        };
    }

    /** A text below {@code org/maquete} on the class path. */
    static String text(String path) {
        try (InputStream stream = stream(ROOT + path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From the jar that the launcher starts, if it is that: a class loader makes a URL and a
     * connection of each name, half a millisecond each at a cold start.
     */
    private static InputStream stream(String name) throws IOException {
        ZipFile launched = Launched.JAR;
        ZipEntry entry = launched == null ? null : launched.getEntry(name);
        InputStream stream =
                launched == null || entry == null
                        ? Bundled.class.getClassLoader().getResourceAsStream(name)
                        : launched.getInputStream(entry);
        if (stream == null) {
            throw new IllegalStateException("expected the resource " + name + ", found none");
        }
        return stream;
    }

    /** Opened when the first text is read, and for as long as the program runs. */
    private static final class Launched {
        static final @Nullable ZipFile JAR = open();

        private static @Nullable ZipFile open() {
            String path = System.getProperty("java.class.path", "");
            int end = path.indexOf(File.pathSeparatorChar);
            String first = end < 0 ? path : path.substring(0, end);
            try {
                return first.endsWith("maquete.jar") ? new ZipFile(first) : null;
            } catch (IOException e) {
                return null;
            }
        }
    }
}
