package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.Delivery;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;

/**
 * Texts are inspected in this process, since it cuts their pages anyway; books whose files go to their readers in
 * another, since nothing but their inspection parses them here.
 *
 * @param here for formats with delivery {@code pages}
 * @param elsewhere for formats with delivery {@code file}
 */
public record Inspectors(FormatRegistry formats, Inspector here, Inspector elsewhere) implements Inspector {
    @Override
    public Inspection inspect(String name, String format, Path file, Map<String, String> settings)
            throws IOException, FormatUnavailableException {
        FormatInfo info = formats.byName(format).orElseThrow(() -> new FormatUnavailableException(format));
        Inspector inspector = info.delivery() == Delivery.PAGES ? here : elsewhere;
        return inspector.inspect(name, format, file, settings);
    }
}
