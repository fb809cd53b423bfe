package org.maquete.operator;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A file of the person; the natural key is its path.
 *
 * @param shown whether the document shows it, without a word about the folder it is in
 */
record TextFile(int id, String path, String content, boolean shown) implements Row {

    @Override
    public String key() {
        return path;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("path", path).text("content", content).flag("shown", shown);
    }
}
