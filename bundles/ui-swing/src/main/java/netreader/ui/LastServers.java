package netreader.ui;

import java.util.ArrayList;
import java.util.List;
import netreader.client.ServerAddress;
import netreader.ui.work.Preferences;

/** The servers that were read from, the last one first. Any thread. */
final class LastServers {
    private static final String KEY = "servers";
    private static final int MOST = 8;

    private final Preferences preferences;

    LastServers(Preferences preferences) {
        this.preferences = preferences;
    }

    List<String> all() {
        return List.of(preferences.text(KEY, "").split(" ")).stream()
                .filter(server -> !server.isBlank())
                .toList();
    }

    void add(ServerAddress server) {
        List<String> servers = new ArrayList<>(all());
        servers.remove(server.toString());
        servers.add(0, server.toString());
        preferences.put(KEY, String.join(" ", servers.subList(0, Math.min(MOST, servers.size()))));
    }
}
