package netreader.format.registry;

import java.util.List;
import netreader.format.Delivery;
import netreader.format.Setting;

/**
 * What an installed format says of itself.
 *
 * @param extensions without a dot, in lower case
 * @param provider symbolic name and version of the bundle that brings it
 */
public record FormatInfo(
        String name,
        List<String> extensions,
        String mediaType,
        Delivery delivery,
        List<Setting> settings,
        String provider) {
    public FormatInfo {
        extensions = List.copyOf(extensions);
        settings = List.copyOf(settings);
    }
}
