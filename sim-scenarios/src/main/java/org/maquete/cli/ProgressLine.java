package org.maquete.cli;

import java.util.function.Supplier;
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
    private final boolean hooked;
    private long lastNs;
    private boolean shown;

    ProgressLine(Screen screen) {
        this(screen, () -> {}, screen.terminal());
    }

    /** With something to be done after the line is wiped when the person presses Ctrl-C. */
    ProgressLine(Screen screen, Runnable stopped) {
        this(screen, stopped, true);
    }

    private ProgressLine(Screen screen, Runnable stopped, boolean hooked) {
        this.screen = screen;
        this.onInterrupt =
                new Thread(() -> {
                    wipe();
                    stopped.run();
                });
        this.lastNs = System.nanoTime();
        this.hooked = hooked;
        if (hooked) {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
        }
    }

    @Override
    public boolean at(String phase, long timeNs, int lines) {
        if (screen.terminal()) {
            tell(() -> phase + ", " + SimTime.clock(timeNs) + ", line " + lines);
        }
        return true;
    }

    /** Shows another text, not more often than a person can read; from any thread. */
    synchronized void tell(Supplier<String> text) {
        long now = System.nanoTime();
        if (screen.terminal() && now - lastNs >= EVERY_NS) {
            lastNs = now;
            show(text.get());
        }
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
        if (!hooked) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException _) {
            // the process is ending: the hook is at work
        }
    }
}
