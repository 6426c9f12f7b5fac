package netreader.format.registry;

import java.util.List;
import netreader.format.Delivery;
import netreader.format.Setting;

/**
 * What an installed format says of itself.
 *
 * @param extensions without a dot, in lower case
 * @param provider symbolic name and version of the bundle that brings it
 * @param file name of the jar that the bundle was dropped in as
 * @param build the provider, and what tells its jar from another of the same version, as whoever writes a format makes one
 *     after the other
 */
public record FormatInfo(
        String name,
        List<String> extensions,
        String mediaType,
        Delivery delivery,
        List<Setting> settings,
        String provider,
        String file,
        String build) {
    public FormatInfo {
        extensions = List.copyOf(extensions);
        settings = List.copyOf(settings);
    }
}
