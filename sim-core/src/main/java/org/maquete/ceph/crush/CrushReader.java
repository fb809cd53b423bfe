package org.maquete.ceph.crush;

/** Reads a map in either form: JSON begins with a brace. */
public final class CrushReader {

    private CrushReader() {}

    /** Reads a document. */
    public static CrushReading read(String text) {
        return text.stripLeading().startsWith("{")
                ? CrushJsonReader.read(text)
                : CrushTextReader.read(text);
    }
}
