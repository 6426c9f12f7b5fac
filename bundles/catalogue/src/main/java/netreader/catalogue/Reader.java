package netreader.catalogue;

import java.util.Objects;

/**
 * Who reads, and on what.
 *
 * @param name of the person
 * @param device an id that the computer made once
 */
public record Reader(String name, String device) {
    public Reader {
        Objects.requireNonNull(name);
        Objects.requireNonNull(device);
    }
}
