package netreader.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.ui.work.Preferences;

/** The tabs that were closed, the last one on top, also those of the last times. Event thread. */
final class ClosedTabs {
    private static final String KEY = "closedTabs";
    private static final int MOST = 25;
    private static final Pattern TAB = Pattern.compile("(-?\\d{1,18}|-1\\d{18}):(\\d{1,4})");

    private final Deque<Tab> tabs = new ArrayDeque<>();

    /**
     * A tab that was closed.
     *
     * @param book its id
     * @param index where it stood; the shelf is 0
     */
    record Tab(long book, int index) {}

    void push(long book, int index) {
        tabs.removeIf(tab -> tab.book() == book);
        tabs.push(new Tab(book, index));
        if (tabs.size() > MOST) {
            tabs.removeLast();
        }
    }

    Tab pop() {
        return tabs.pop();
    }

    boolean isEmpty() {
        return tabs.isEmpty();
    }

    void save(Preferences preferences) {
        List<String> saved = new ArrayList<>();
        tabs.forEach(tab -> saved.add(tab.book() + ":" + tab.index()));
        preferences.put(KEY, String.join(" ", saved));
    }

    void restore(Preferences preferences) {
        Matcher saved = TAB.matcher(preferences.text(KEY, ""));
        while (saved.find()) {
            tabs.addLast(new Tab(Long.parseLong(saved.group(1)), Integer.parseInt(saved.group(2))));
        }
    }
}
