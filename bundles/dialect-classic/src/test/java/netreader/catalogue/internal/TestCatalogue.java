package netreader.catalogue.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import netreader.catalogue.Catalogue;
import netreader.format.registry.FormatRegistry;
import org.osgi.framework.BundleContext;

/** The real catalogue, for tests of other bundles. */
public final class TestCatalogue implements AutoCloseable {
    private final LibraryCatalogue catalogue;

    public TestCatalogue(Path library, Path data, FormatRegistry formats) throws IOException {
        Map<String, Object> values =
                Map.of("library", library.toString(), "data", data.toString(), "rescanInMillis", 50);
        this.catalogue = new LibraryCatalogue(
                proxy(BundleContext.class, Map.of()), proxy(CatalogueConfig.class, values), formats);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                TestCatalogue.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, words) -> values.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    @Override
    public void close() throws Exception {
        catalogue.stop();
    }
}
