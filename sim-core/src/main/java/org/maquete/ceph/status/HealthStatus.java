package org.maquete.ceph.status;

/** How well a cluster is; a check has one of the last two. */
public enum HealthStatus {
    OK("HEALTH_OK", "[OK]"),
    WARN("HEALTH_WARN", "[WRN]"),
    ERR("HEALTH_ERR", "[ERR]");

    private final String word;
    private final String shortWord;

    HealthStatus(String word, String shortWord) {
        this.word = word;
        this.shortWord = shortWord;
    }

    /** {@code HEALTH_WARN}. */
    public String word() {
        return word;
    }

    /** {@code [WRN]}. */
    public String shortWord() {
        return shortWord;
    }
}
