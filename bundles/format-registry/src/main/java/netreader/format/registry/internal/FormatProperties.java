package netreader.format.registry.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreader.format.BookFormat;
import netreader.format.Delivery;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Setting;
import netreader.format.registry.FormatInfo;
import org.osgi.framework.ServiceReference;

/** Reads the service properties of a format. A format that says too little is refused. */
final class FormatProperties {
    private FormatProperties() {}

    /** @throws FormatException with a sentence that goes behind the name of the bundle */
    static FormatInfo read(BookFormat format, ServiceReference<BookFormat> reference) throws FormatException {
        String provider = reference.getBundle().getSymbolicName() + " "
                + reference.getBundle().getVersion();
        String name = text(reference, BookFormat.NAME);
        String mediaType = text(reference, BookFormat.MEDIA_TYPE);
        Optional<Delivery> delivery = Delivery.of(text(reference, BookFormat.DELIVERY));
        List<String> extensions = texts(reference.getProperty(BookFormat.EXTENSIONS));
        String missing = Stream.of(
                        name.isEmpty() ? BookFormat.NAME : "",
                        extensions.isEmpty() ? BookFormat.EXTENSIONS : "",
                        mediaType.isEmpty() ? BookFormat.MEDIA_TYPE : "",
                        delivery.isEmpty() ? BookFormat.DELIVERY : "")
                .filter(property -> !property.isEmpty())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new FormatException(
                    Reason.UNSUPPORTED, "has a format without the service properties " + missing + "; it is not used");
        }
        try {
            List<Setting> settings = Contained.call(format::settings);
            DroppedPlace place = DroppedPlace.of(reference.getBundle().getLocation());
            String build = place.contents()
                    .map(contents -> provider + " (build " + contents + ")")
                    .orElse(provider);
            return new FormatInfo(name, extensions, mediaType, delivery.get(), settings, provider, place.file(), build);
        } catch (FormatException e) {
            throw new FormatException(
                    Reason.UNSUPPORTED, "has a format, " + name + ", that cannot name its settings; it is not used", e);
        }
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
