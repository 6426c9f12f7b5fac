package netreader.catalogue;

import java.util.Objects;

/**
 * Who reads, and on what.
 *
 * @param name of the person
 * @param device an id that the computer made once
 * @param deviceName what people call the computer; empty if that was not told
 */
public record Reader(String name, String device, String deviceName) {
    public Reader {
        Objects.requireNonNull(name);
        Objects.requireNonNull(device);
        Objects.requireNonNull(deviceName);
    }

    public Reader(String name, String device) {
        this(name, device, "");
    }
}
