package netreader.launcher;

import java.util.Map;

/** Whether a window can be shown, without loading AWT, which takes 100 ms. */
final class Display {
    private Display() {}

    static boolean present() {
        return present(System.getenv(), System.getProperty("os.name"), Boolean.getBoolean("java.awt.headless"));
    }

    static boolean present(Map<String, String> environment, String system, boolean headless) {
        if (headless) {
            return false;
        }
        boolean ownDisplay = system.startsWith("Windows") || system.startsWith("Mac");
        // Java draws through X11; under Wayland that is XWayland, which sets DISPLAY too.
        return ownDisplay || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }
}
