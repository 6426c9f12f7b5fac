package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md says which bundle may import what; the built jars say what they do import. */
class ImportTableIT {
    private static final String FORMAT = "netreader.format";
    private static final String REGISTRY = "netreader.format.registry";
    private static final String PROTOCOL = "netreader.protocol";
    private static final String TRANSPORT = "netreader.transport";
    private static final String CATALOGUE = "netreader.catalogue";
    private static final String CLIENT = "netreader.client";
    private static final String GSON = "com.google.gson";
    private static final String SQLITE = "org.sqlite";
    private static final String SHELL = "netreader.shell";
    private static final String GOGO_RUNTIME = "org.apache.felix.gogo.runtime";
    private static final String GOGO = "org.apache.felix.service.command";

    /** Beside the JDK's packages, OSGi's, and those that a bundle exports itself. */
    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("format-api", Set.of()),
            Map.entry("format-registry", Set.of(FORMAT, SHELL)),
            Map.entry("format-txt", Set.of(FORMAT)),
            Map.entry("format-pdf", Set.of(FORMAT)),
            Map.entry("format-comic", Set.of(FORMAT)),
            Map.entry("format-epub", Set.of(FORMAT)),
            Map.entry("protocol", Set.of(GSON)),
            Map.entry("transport", Set.of(SHELL)),
            Map.entry("catalogue", Set.of(FORMAT, REGISTRY, SHELL, SQLITE, GSON)),
            Map.entry("server", Set.of(PROTOCOL, TRANSPORT, CATALOGUE, FORMAT)),
            Map.entry("dialect-classic", Set.of(TRANSPORT, CATALOGUE, FORMAT, SQLITE, GSON)),
            Map.entry("client", Set.of(PROTOCOL, TRANSPORT, FORMAT, REGISTRY, SQLITE)),
            Map.entry("cli", Set.of(CLIENT, FORMAT, GSON)),
            Map.entry("ui-swing", Set.of(CLIENT, REGISTRY, FORMAT)),
            Map.entry("shell", Set.of(GOGO, GOGO_RUNTIME, GSON)));

    private static final List<String> PLATFORM =
            List.of("javax.", "org.w3c.dom", "org.xml.sax", "org.osgi.", "java.", "jdk.");
    /** A package name of a manifest header, before its attributes. */
    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[^,;\"]*(?:\"[^\"]*\"[^,;\"]*)*)*)(?:,|$)");

    @Test
    void everyBundleImportsOnlyWhatTheTableAllows() throws IOException {
        Map<String, Set<String>> tooMuch = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        for (Path jar : Installation.built().jars()) {
            Manifest manifest = manifest(jar);
            String name = String.valueOf(manifest.getMainAttributes().getValue("Bundle-SymbolicName"))
                    .replaceFirst("^netreader\\.", "");
            if (!TABLE.containsKey(name)) {
                continue;
            }
            seen.add(name);
            Set<String> imports = packages(manifest, "Import-Package");
            imports.removeAll(packages(manifest, "Export-Package"));
            imports.removeIf(each -> PLATFORM.stream().anyMatch(each::startsWith));
            imports.removeIf(each -> TABLE.get(name).stream().anyMatch(allowed -> covers(allowed, each)));
            if (!imports.isEmpty()) {
                tooMuch.put(name, imports);
            }
        }
        assertEquals(new TreeSet<>(TABLE.keySet()), seen);
        assertEquals(Map.of(), tooMuch);
    }

    @Test
    void noFormatImportsSwing() throws IOException {
        for (Path jar : Installation.built().jars()) {
            if (jar.getFileName().toString().startsWith("format-")) {
                Set<String> swing = packages(manifest(jar), "Import-Package").stream()
                        .filter(each -> each.startsWith("javax.swing"))
                        .collect(Collectors.toSet());
                assertEquals(Set.of(), swing, jar.toString());
            }
        }
    }

    @Test
    void aFormatTravelsAlone() throws IOException {
        for (Path jar : Installation.built().jars()) {
            if (jar.getFileName().toString().matches("format-(?!api|registry|kit).*")) {
                Set<String> others = packages(manifest(jar), "Import-Package");
                others.removeIf(each -> PLATFORM.stream().anyMatch(each::startsWith));
                assertEquals(Set.of(FORMAT), others, jar.toString());
            }
        }
    }

    @Test
    void theReaderOfManifestsReadsThem() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes()
                .putValue("Import-Package", "a.b;version=\"[1.0,2)\",c;resolution:=optional,d.e;x=1;y:=\"p,q\"");
        assertEquals(Set.of("a.b", "c", "d.e"), packages(manifest, "Import-Package"));
        assertTrue(covers(GSON, "com.google.gson.stream"));
    }

    /** Third-party libraries may be imported with their subpackages, our own packages only by name. */
    private static boolean covers(String allowed, String imported) {
        return imported.equals(allowed) || (!allowed.startsWith("netreader.") && imported.startsWith(allowed + "."));
    }

    private static Manifest manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest();
        }
    }

    private static Set<String> packages(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        return CLAUSE.matcher(value == null ? "" : value)
                .results()
                .map(clause -> clause.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
