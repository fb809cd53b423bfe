package org.maquete.juju.catalog;

import java.util.List;
import java.util.Optional;

/** Bases as typed and the Ubuntu series that older commands still use. */
public final class Bases {

    private record Series(String name, String version) {}

    // series and versions: distro-info-data 0.60, ubuntu.csv
    private static final List<Series> SERIES =
            List.of(
                    new Series("trusty", "14.04"),
                    new Series("xenial", "16.04"),
                    new Series("bionic", "18.04"),
                    new Series("focal", "20.04"),
                    new Series("jammy", "22.04"),
                    new Series("kinetic", "22.10"),
                    new Series("lunar", "23.04"),
                    new Series("mantic", "23.10"),
                    new Series("noble", "24.04"));

    // juju/charm base.go, validOSForBase
    private static final List<String> SYSTEMS =
            List.of("ubuntu", "centos", "windows", "osx", "opensuse", "genericlinux");

    private Bases() {}

    /** Reads {@code ubuntu@22.04} or {@code ubuntu@22.04/edge}. */
    public static Parsed<OsRelease> parse(String word) {
        String[] parts = word.split("@", -1);
        if (parts.length != 2) {
            return new Parsed.Refused<>(
                    "expected base string to contain os and channel separated by '@'");
        }
        return Channel.parse(parts[1]).map(channel -> new OsRelease(parts[0], channel));
    }

    /** The base of a series: {@code jammy} is {@code ubuntu@22.04}. */
    public static Parsed<OsRelease> ofSeries(String name) {
        return SERIES.stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .<Parsed<OsRelease>>map(series -> new Parsed.Good<>(release(series)))
                .orElseGet(() ->
                        new Parsed.Refused<>(
                                "unknown version for series: " + GoSyntax.quote(name)));
    }

    /** Whether juju/charm base.go knows the operating system. */
    public static boolean isKnownSystem(String os) {
        return SYSTEMS.contains(os);
    }

    private static OsRelease release(Series series) {
        return new OsRelease("ubuntu", new Channel(series.version(), "stable", ""));
    }

    /** The series of an Ubuntu base, as {@code juju status} of 2.9 prints it. */
    public static Optional<String> seriesOf(OsRelease release) {
        return SERIES.stream()
                .filter(series -> release(series).isCompatible(release))
                .map(Series::name)
                .findFirst();
    }
}
