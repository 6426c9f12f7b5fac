package netreader.format.registry.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where a bundle was installed, as the framework keeps it.
 *
 * @param file name of the jar
 * @param contents stands for what is in the jar; empty if the bundle was not dropped in
 */
public record DroppedPlace(String file, Optional<String> contents) {
    private static final Pattern PLACE = Pattern.compile("netreader:(.*)#\\d+#([0-9a-f]+)", Pattern.DOTALL);

    /** @param count tells the place from all others: the same jar may be installed twice while one replaces the other */
    public static String location(String file, long count, long contents) {
        return "netreader:" + file + "#" + count + "#" + Long.toHexString(contents);
    }

    static DroppedPlace of(String location) {
        Matcher dropped = PLACE.matcher(location);
        return dropped.matches()
                ? new DroppedPlace(dropped.group(1), Optional.of(dropped.group(2)))
                : new DroppedPlace(location.replaceFirst(".*[/:]", ""), Optional.empty());
    }
}
