package netreader.client.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netreader.protocol.Request;

/** Who reads, on which device, as each connection begins with it. Any thread. */
final class Greeting {
    /** Where systems keep the name that the computer was given. */
    private static final List<String> NAME_FILES = List.of("/proc/sys/kernel/hostname", "/etc/hostname");

    private static final int LONGEST_NAME = 64;

    private final String reader;
    private final String configuredName;
    private final ReaderStore store;
    private final String software;
    private Optional<String> deviceName = Optional.empty();
    private boolean asked;

    Greeting(ClientConfig config, ReaderStore store, String software) {
        this.reader = config.reader().isBlank() ? System.getProperty("user.name", "") : config.reader();
        this.configuredName = config.deviceName();
        this.store = store;
        this.software = software;
    }

    /** May wait for the disk, and the first time for the network. */
    Request.Hello hello() {
        return new Request.Hello(Request.PROTOCOL, reader, store.device(), software, deviceName());
    }

    private synchronized Optional<String> deviceName() {
        if (!asked) {
            asked = true;
            String name = configuredName.isBlank() ? withoutDomain(hostName()) : configuredName.strip();
            deviceName = Optional.of(name.substring(0, Math.min(LONGEST_NAME, name.length())))
                    .filter(known -> !known.isBlank());
        }
        return deviceName;
    }

    /** People call a computer by the first part of its name. */
    private static String withoutDomain(String name) {
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String hostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        for (String file : NAME_FILES) {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                // another system keeps it elsewhere
            }
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "";
        }
    }
}
