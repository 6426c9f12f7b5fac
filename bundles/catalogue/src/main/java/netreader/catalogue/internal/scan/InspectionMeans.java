package netreader.catalogue.internal.scan;

import netreader.catalogue.internal.inspect.Inspector;
import netreader.catalogue.internal.store.Database;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;

/**
 * What books are inspected with.
 *
 * @param whenChanged is called when something was read
 */
record InspectionMeans(
        Inspector inspector,
        FormatRegistry formats,
        Library library,
        Database database,
        Runnable whenChanged,
        Courtesy courtesy) {
    /** Of the format as it is installed; empty if it is not. */
    String build(String format) {
        return formats.byName(format).map(FormatInfo::build).orElse("");
    }
}
