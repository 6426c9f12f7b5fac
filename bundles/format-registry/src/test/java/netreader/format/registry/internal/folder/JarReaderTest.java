package netreader.format.registry.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import netreader.format.registry.internal.folder.JarContents.Unusable;
import netreader.format.registry.internal.folder.JarContents.WholeBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class JarReaderTest {
    private static final String BUNDLE = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n";

    @TempDir
    private Path folder;

    @Test
    void aBundleSaysItsNameAndVersion() throws IOException {
        WholeBundle bundle = bundle(jar(
                "a.jar", BUNDLE + "Bundle-SymbolicName: some.format;singleton:=true\n" + "Bundle-Version: 1.2.3\n"));
        assertEquals("some.format", bundle.name());
        assertEquals(new Version(1, 2, 3), bundle.version());
    }

    @Test
    void jarsWithTheSameEntriesAreTheSame() throws IOException {
        String manifest = BUNDLE + "Bundle-SymbolicName: x\n";
        assertEquals(bundle(jar("a.jar", manifest)), bundle(jar("b.jar", manifest)));
        assertNotEquals(bundle(jar("a.jar", manifest)), bundle(jar("c.jar", manifest + "More: y\n")));
    }

    @Test
    void halfAJarIsBeingCopiedUntilItDoesNotGrowAnyMore() throws IOException {
        byte[] whole = Files.readAllBytes(jar("a.jar", BUNDLE + "Bundle-SymbolicName: x\n"));
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertEquals(JarState.COPYING, unusable(half).state());
        Files.setLastModifiedTime(half, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        assertEquals("is cut off or damaged; copy it again", unusable(half).sentence());
    }

    @Test
    void aJarWrittenOverAnotherIsNotWholeBeforeItsBytesAre() throws IOException {
        Path jar = jar("a.jar", BUNDLE + "Bundle-SymbolicName: x\n");
        byte[] mixed = Files.readAllBytes(jar);
        mixed[60] ^= 1; // inside of the compressed manifest
        Files.write(jar, mixed);
        assertEquals(JarState.COPYING, unusable(jar).state());
    }

    @Test
    void whatIsNoBundleIsRefusedWithItsReason() throws IOException {
        assertEquals(
                "is not a ZIP file, so it is no jar",
                unusable(Files.writeString(folder.resolve("t.jar"), "text")).sentence());
        assertEquals(
                "is a jar, but no bundle: its manifest has no Bundle-SymbolicName",
                unusable(jar("l.jar", "Manifest-Version: 1.0\n")).sentence());
        assertEquals(
                "is no bundle: its manifest has no Bundle-ManifestVersion: 2",
                unusable(jar("o.jar", "Manifest-Version: 1.0\nBundle-SymbolicName: x\n"))
                        .sentence());
        assertEquals(
                "has a Bundle-Version that is none: one",
                unusable(jar("v.jar", BUNDLE + "Bundle-SymbolicName: x\nBundle-Version: one\n"))
                        .sentence());
        assertEquals(
                "is a folder, not a jar",
                unusable(Files.createDirectory(folder.resolve("f.jar"))).sentence());
        assertEquals(
                "is a link to something that is not there",
                unusable(Files.createSymbolicLink(folder.resolve("s.jar"), folder.resolve("nothing")))
                        .sentence());
    }

    private static WholeBundle bundle(Path jar) {
        return assertInstanceOf(WholeBundle.class, JarReader.read(jar, Stamp.of(jar), true));
    }

    private static Unusable unusable(Path jar) {
        return assertInstanceOf(Unusable.class, JarReader.read(jar, Stamp.of(jar), true));
    }

    private Path jar(String name, String manifest) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write(manifest.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }
}
