package netreader.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars with which something is wrong. */
final class OddJars {
    private static final String BUNDLE = "Bundle-ManifestVersion: 2\nBundle-Version: 1.0.0\nBundle-SymbolicName: ";
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="odd.Format">
              <implementation class="CLASS"/>
              <service><provide interface="netreader.format.BookFormat"/></service>
              REFERENCE
            </scr:component>
            """;

    private OddJars() {}

    /** A jar with that in its manifest, and nothing else. */
    static void withManifest(Path jar, String lines) throws IOException {
        write(jar, Map.of("META-INF/MANIFEST.MF", bytes("Manifest-Version: 1.0\n" + lines + "\n")));
    }

    /** A bundle with no more than a name and that in its manifest. */
    static void bundle(Path jar, String name, String lines) throws IOException {
        withManifest(jar, BUNDLE + name + "\n" + lines);
    }

    /** A ZIP without a manifest. */
    static void zip(Path jar) throws IOException {
        write(jar, Map.of("readme.txt", bytes("nothing")));
    }

    /** A bundle with a component of a class of the JDK, which is no format. */
    static void component(Path jar, String name, String className, String reference) throws IOException {
        String manifest = "Manifest-Version: 1.0\n" + BUNDLE + name
                + "\nService-Component: OSGI-INF/odd.xml\nImport-Package: netreader.format;version=\"[1.0,2)\"\n"
                + "Require-Capability: osgi.extender;filter:=\"(osgi.extender=osgi.component)\"\n";
        String component = COMPONENT.replace("CLASS", className).replace("REFERENCE", reference);
        write(jar, Map.of("META-INF/MANIFEST.MF", bytes(manifest), "OSGI-INF/odd.xml", bytes(component)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
