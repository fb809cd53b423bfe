package org.maquete.keystone;

/** What {@code --os-compute-api-version} may say: novaclient 18.1, api_versions.py. */
final class ComputeVersion {

    // 92: python-novaclient 18.1.0, API_MAX_VERSION
    private static final int MINOR_MAX = 92;

    private ComputeVersion() {}

    /** What the client says of a version that it cannot speak; empty: it can. */
    static String wrong(String version) {
        if (version.matches("[0-9]{1,4}")) {
            return version.equals("2") ? "" : major(version);
        }
        if (!version.matches("[1-9][0-9]{0,3}\\.(0|[1-9][0-9]{0,3})")) {
            return "Invalid format of client version '"
                    + version
                    + "'. Expected format 'X.Y', where X is a major part and Y is a minor part of"
                    + " version.";
        }
        if (!version.startsWith("2.")) {
            return major(version);
        }
        int minor = minor(version);
        return minor < 1 || minor > MINOR_MAX
                ? "versions supported by client: 2.1 - 2." + MINOR_MAX
                : "";
    }

    private static String major(String version) {
        return "Invalid client version '" + version + "'. Major part should be '2'";
    }

    /** The part behind the dot; -1 when there is none. */
    static int minor(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? -1 : Integer.parseInt(version.substring(dot + 1));
    }
}
