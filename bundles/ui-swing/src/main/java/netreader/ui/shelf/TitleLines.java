package netreader.ui.shelf;

import java.awt.FontMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreader.ui.look.TextLines;

/** Texts under covers, broken into lines once, and not each time when they are painted. Event thread. */
final class TitleLines {
    private static final int MOST = 2000;

    private final Map<Key, List<String>> lines = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<String>> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String text, FontMetrics metrics, int width) {}

    /** As {@link TextLines#of}. */
    List<String> of(String text, FontMetrics metrics, int width, int limit) {
        return lines.computeIfAbsent(new Key(text, metrics, width), key -> TextLines.of(text, metrics, width, limit));
    }
}
