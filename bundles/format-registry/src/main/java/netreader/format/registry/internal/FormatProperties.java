package netreader.format.registry.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import netreader.format.BookFormat;
import netreader.format.Delivery;
import netreader.format.FormatException;
import netreader.format.Setting;
import netreader.format.registry.FormatInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Reads the service properties of a format. A format that says too little is refused with a sentence in the log. */
final class FormatProperties {
    private static final Logger LOG = System.getLogger(FormatProperties.class.getName());

    private FormatProperties() {}

    static Optional<FormatInfo> read(BookFormat format, ServiceReference<BookFormat> reference) {
        String provider = reference.getBundle().getSymbolicName() + " "
                + reference.getBundle().getVersion();
        String name = text(reference, BookFormat.NAME);
        String mediaType = text(reference, BookFormat.MEDIA_TYPE);
        Optional<Delivery> delivery = Delivery.of(text(reference, BookFormat.DELIVERY));
        List<String> extensions = texts(reference.getProperty(BookFormat.EXTENSIONS));
        if (name.isEmpty() || mediaType.isEmpty() || extensions.isEmpty() || delivery.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "The bundle {0} has a format without the service properties {1}, {2}, {3} and {4}; it is not used",
                    provider,
                    BookFormat.NAME,
                    BookFormat.EXTENSIONS,
                    BookFormat.MEDIA_TYPE,
                    BookFormat.DELIVERY);
            return Optional.empty();
        }
        try {
            List<Setting> settings = Contained.call(format::settings);
            return Optional.of(new FormatInfo(
                    name, extensions, mediaType, delivery.get(), settings, provider, file(reference.getBundle())));
        } catch (FormatException e) {
            LOG.log(Level.ERROR, "The format {0} of {1} cannot name its settings; it is not used", name, provider);
            return Optional.empty();
        }
    }

    /** A bundle is installed from an address that ends with the file's name, perhaps with a count behind it. */
    private static String file(Bundle bundle) {
        return bundle.getLocation().replaceFirst("#\\d+$", "").replaceFirst(".*[/:]", "");
    }

    private static String text(ServiceReference<?> reference, String key) {
        return reference.getProperty(key) instanceof String value ? value.strip() : "";
    }

    private static List<String> texts(Object value) {
        Stream<?> values = value instanceof Object[] many ? Stream.of(many) : Stream.ofNullable(value);
        return values.map(each -> each.toString().strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
