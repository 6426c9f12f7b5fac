package netreader.format.registry.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import netreader.format.BookFormat;
import netreader.format.registry.FormatRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** The real registry, for tests of other bundles, without a framework around it. */
public final class TestRegistry {
    private final InstalledFormats formats = new InstalledFormats();

    public FormatRegistry registry() {
        return formats;
    }

    public void add(BookFormat format, String name, String extension, String delivery) {
        Map<String, Object> properties = Map.of(
                BookFormat.NAME, name,
                BookFormat.EXTENSIONS, extension,
                BookFormat.MEDIA_TYPE, "application/x-" + extension,
                BookFormat.DELIVERY, delivery);
        formats.addFormat(format, reference(name, properties));
    }

    public int openBooks(String format) {
        return formats.openBooks(format);
    }

    @SuppressWarnings("unchecked") // a proxy has no type parameters
    private static ServiceReference<BookFormat> reference(String name, Map<String, Object> properties) {
        return (ServiceReference<BookFormat>) Proxy.newProxyInstance(
                TestRegistry.class.getClassLoader(), new Class<?>[] {ServiceReference.class}, (self, method, words) -> {
                    return switch (method.getName()) {
                        case "getBundle" -> bundle();
                        case "getProperty" -> properties.get(words[0]);
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> self == words[0];
                        case "toString" -> name;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static Object bundle() {
        return Proxy.newProxyInstance(
                TestRegistry.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, words) -> method.getName().equals("getVersion") ? Version.emptyVersion : "test");
    }
}
