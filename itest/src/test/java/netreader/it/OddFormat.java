package netreader.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the jars of formats whose code does not behave while it is started. Compiled once. */
final class OddFormat {
    private static final String SOURCE = """
            package odd;

            import java.util.Dictionary;
            import java.util.Hashtable;
            import java.util.Map;
            import netreader.format.*;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;
            import org.osgi.framework.ServiceRegistration;

            public class Format implements BookFormat {
                public Format(Map<String, Object> properties) { act((String) properties.get("constructor")); }

                void activate(Map<String, Object> properties) { act((String) properties.get("activate")); }

                public Book open(BookSource source, OpenOptions options) { return new Empty(); }

                static void act(String deed) {
                    switch (deed) {
                        case "lack": throw new NoClassDefFoundError("odd/Missing");
                        case "recurse": act(deed);
                        case "refuse": throw new IllegalStateException("There is no licence");
                        case "work": break;
                        default: hang(java.nio.file.Path.of(deed));
                    }
                }

                static void hang(java.nio.file.Path stall) {
                    while (java.nio.file.Files.exists(stall)) {
                        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                        var unused = Thread.interrupted();
                    }
                }

                static class Empty implements FlowingBook {
                    public BookMetadata metadata() { return BookMetadata.NONE; }
                    public int pageCount() { return 2; }
                    public String pageText(int page) { return ""; }
                    public void close() {}
                }

                /** Does what the manifest says, or registers a format that goes behind all others when it is first read. */
                public static class Activator implements BundleActivator {
                    private ServiceRegistration<BookFormat> registration;

                    public void start(BundleContext context) {
                        act(context.getBundle().getHeaders("").get("Deed"));
                        BookFormat format = (source, options) -> new Resigning();
                        registration = context.registerService(BookFormat.class, format, properties(10));
                    }

                    static Dictionary<String, Object> properties(int ranking) {
                        return new Hashtable<>(Map.of("netreader.format.name", "LINES", "netreader.format.extensions", "lines",
                                "netreader.format.mediaType", "text/x-lines", "netreader.format.delivery", "pages",
                                "service.ranking", ranking));
                    }

                    public void stop(BundleContext context) {}

                    class Resigning extends Empty {
                        public String pageText(int page) {
                            registration.setProperties(properties(-10));
                            return "resigned";
                        }
                    }
                }
            }
            """;
    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-Version: 1.0.0
            Bundle-SymbolicName: NAME
            Import-Package: netreader.format;version="[1.0,2)",org.osgi.framework
            """;
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="odd.Format" init="1" activate="activate">
              <implementation class="odd.Format"/>
              <service><provide interface="netreader.format.BookFormat"/></service>
              <property name="netreader.format.name" value="ODD"/>
              <property name="netreader.format.extensions" value="odd"/>
              <property name="netreader.format.mediaType" value="text/x-odd"/>
              <property name="netreader.format.delivery" value="pages"/>
              <property name="constructor" value="CONSTRUCTOR"/>
              <property name="activate" value="ACTIVATE"/>
            </scr:component>
            """;

    private final Path classes;

    OddFormat(Path folder) throws IOException {
        classes = Files.createDirectories(folder.resolve("classes-odd"));
        TestFormat.compile("odd.Format", SOURCE, classes);
    }

    /**
     * A component whose constructor does something.
     *
     * @param deed lack (a class), recurse, refuse, or the path of a file: then it does not come to an end while that is there
     */
    void constructing(Path jar, String deed) throws IOException {
        component(jar, COMPONENT.replace("CONSTRUCTOR", deed).replace("ACTIVATE", "work"));
    }

    /** A component that does such a thing when it is activated. */
    void activating(Path jar, String deed) throws IOException {
        component(jar, COMPONENT.replace("CONSTRUCTOR", "work").replace("ACTIVATE", deed));
    }

    private void component(Path jar, String component) throws IOException {
        String manifest = manifest(jar)
                + "Service-Component: OSGI-INF/odd.xml\n"
                + "Require-Capability: osgi.extender;filter:=\"(osgi.extender=osgi.component)\"\n";
        write(
                jar,
                Map.of(
                        "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8),
                        "OSGI-INF/odd.xml", component.getBytes(StandardCharsets.UTF_8)));
    }

    /** A bundle whose activator does such a thing. */
    void starting(Path jar, String deed) throws IOException {
        String manifest = manifest(jar) + "Bundle-Activator: odd.Format$Activator\nDeed: " + deed + "\n";
        write(jar, Map.of("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8)));
    }

    /** A format of {@code .lines} that goes before others until it is first read, and behind them from then on. */
    void resigning(Path jar) throws IOException {
        starting(jar, "work");
    }

    private static String manifest(Path jar) {
        return MANIFEST.replace(
                "NAME", jar.getFileName().toString().replace(".jar", "").replaceAll("\\W", ""));
    }

    private void write(Path jar, Map<String, byte[]> more) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(more);
        for (String name : new String[] {"Format", "Format$Empty", "Format$Activator", "Format$Activator$Resigning"}) {
            String path = "odd/" + name + ".class";
            entries.put(path, Files.readAllBytes(classes.resolve(path)));
        }
        OddJars.write(jar, entries);
    }
}
