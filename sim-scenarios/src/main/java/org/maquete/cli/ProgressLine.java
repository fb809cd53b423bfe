package org.maquete.cli;

import org.maquete.kernel.SimTime;
import org.maquete.preflight.Progress;

/**
 * One line on standard error that tells how far a run is; it is wiped at the end, also when the
 * person presses Ctrl-C. Without a terminal it prints nothing.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long EVERY_NS = 100_000_000; // <ns of the machine>: ten times a second
    private static final String WIPE = "\r\u001b[K";

    private final Screen screen;
    private final Thread onInterrupt;
    private long lastNs;
    private boolean shown;

    ProgressLine(Screen screen) {
        this.screen = screen;
        this.onInterrupt = new Thread(this::wipe);
        this.lastNs = System.nanoTime();
        if (screen.terminal()) {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
        }
    }

    @Override
    public boolean at(String phase, long timeNs, int lines) {
        if (screen.terminal()) {
            long now = System.nanoTime();
            if (now - lastNs >= EVERY_NS) {
                lastNs = now;
                show(phase + ", " + SimTime.clock(timeNs) + ", line " + lines);
            }
        }
        return true;
    }

    private synchronized void show(String text) {
        shown = true;
        screen.err().print(WIPE + "maquete: " + text);
        screen.err().flush();
    }

    private synchronized void wipe() {
        if (shown) {
            shown = false;
            screen.err().print(WIPE);
            screen.err().flush();
        }
    }

    @Override
    public void close() {
        wipe();
        if (screen.terminal()) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
    }
}
