package netreader.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The jars of formats, as they are put into a running installation and taken out of it. */
public final class FormatJars {
    private FormatJars() {}

    /** The jar of a format that lies in the installation's {@code extras/}. */
    public static Path extra(Installation installation, String format) throws IOException {
        try (Stream<Path> jars = Files.list(installation.home().resolve("extras"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("format-" + format + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The same bundle with another version. */
    public static Path withVersion(Path jar, Path target, String version) throws IOException {
        return withHeader(jar, target, "Bundle-Version", version);
    }

    /** The same bundle with another line in its manifest. */
    static Path withHeader(Path jar, Path target, String header, String value) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        Manifest manifest = new Manifest(in);
                        manifest.getMainAttributes().put(new Attributes.Name(header), value);
                        manifest.write(to);
                    } else {
                        in.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        return target;
    }

    /** As {@code cp}, also over a jar that is there: the bytes of the file are written anew. */
    public static void copyInto(Path jar, Path dropped) throws IOException {
        try (OutputStream out = Files.newOutputStream(dropped)) {
            Files.copy(jar, out);
        }
    }

    /** Written under another name and moved: whoever looks sees one jar or the other. */
    public static void moveInto(Path jar, Path dropped) throws IOException {
        Path beside = dropped.resolveSibling(dropped.getFileName() + ".new");
        Files.copy(jar, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, dropped, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
