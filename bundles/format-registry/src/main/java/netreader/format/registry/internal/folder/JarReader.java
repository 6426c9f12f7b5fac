package netreader.format.registry.internal.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import netreader.format.registry.internal.folder.JarContents.Unusable;
import netreader.format.registry.internal.folder.JarContents.WholeBundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Reads what is in a file that somebody has put into the folder, without running anything of it. */
final class JarReader {
    /** A copy that has not grown for so long is taken for one that was cut off. */
    private static final long CUT_OFF_MS = 10_000;

    private static final Pattern SINGLETON =
            Pattern.compile(";\\s*" + Constants.SINGLETON_DIRECTIVE + "\\s*:=\\s*\"?true");

    private static final byte[] ZIP = {'P', 'K'};

    private JarReader() {}

    /** @param thoroughly reads every byte, for a jar that may have been written over another */
    static JarContents read(Path file, Stamp stamp, boolean thoroughly) {
        if (!stamp.present() && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return justGone();
        }
        if (!stamp.present()) {
            return Files.isSymbolicLink(file)
                    ? refused("is a link to something that is not there")
                    : refused("cannot be looked at");
        }
        if (stamp.folder()) {
            return refused("is a folder, not a jar");
        }
        try {
            if (stamp.bytes() < ZIP.length) {
                return unfinished(stamp, "is empty");
            }
            if (!beginsLikeZip(file)) {
                return refused("is not a ZIP file, so it is no jar");
            }
            return bundle(file, stamp, thoroughly);
        } catch (AccessDeniedException e) {
            return refused("may not be read by " + System.getProperty("user.name") + ", who runs NetReader");
        } catch (NoSuchFileException e) {
            return justGone();
        } catch (EOFException e) {
            return unfinished(stamp, "is cut off"); // somebody writes over it
        } catch (IOException e) {
            return refused("cannot be read: " + e.getMessage());
        }
    }

    private static boolean beginsLikeZip(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer start = ByteBuffer.allocate(ZIP.length);
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // two bytes may come one after the other
            }
            return ByteBuffer.wrap(ZIP).equals(start.flip());
        }
    }

    private static JarContents bundle(Path file, Stamp stamp, boolean thoroughly) throws IOException {
        // Read as a ZIP, since a JarFile goes through the manifest for signatures, and dies of a bad one.
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (thoroughly && !isWhole(zip)) {
                return unfinished(stamp, "is damaged");
            }
            ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
            if (entry == null) {
                return refused("has no " + JarFile.MANIFEST_NAME + ", so it is no bundle");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return bundle(new Manifest(in).getMainAttributes(), fingerprint(zip));
            } catch (ZipException e) {
                return unfinished(stamp, "is damaged");
            } catch (IOException e) {
                return refused("has a manifest that cannot be read: " + e.getMessage());
            }
        } catch (ZipException e) {
            return unfinished(stamp, "is cut off or damaged"); // the table of contents is at the end of a ZIP
        }
    }

    private static JarContents bundle(Attributes manifest, long fingerprint) {
        String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null || name.isBlank()) {
            return refused("is a jar, but no bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME);
        }
        if (!"2".equals(manifest.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            return refused("is no bundle: its manifest has no " + Constants.BUNDLE_MANIFESTVERSION + ": 2");
        }
        String version = manifest.getValue(Constants.BUNDLE_VERSION);
        try {
            return new WholeBundle(
                    name.split(";", 2)[0].strip(),
                    Version.parseVersion(version),
                    SINGLETON.matcher(name).find(),
                    fingerprint);
        } catch (IllegalArgumentException e) {
            return refused("has a " + Constants.BUNDLE_VERSION + " that is none: " + version);
        }
    }

    private static long fingerprint(ZipFile zip) {
        long sum = 1;
        for (ZipEntry entry : entries(zip)) {
            sum = 31 * sum + entry.getName().hashCode();
            sum = 31 * sum + entry.getCrc();
            sum = 31 * sum + entry.getSize();
        }
        return sum;
    }

    private static boolean isWhole(ZipFile zip) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (ZipEntry entry : entries(zip)) {
            CRC32 sum = new CRC32();
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    sum.update(buffer, 0, n);
                }
            }
            if (sum.getValue() != entry.getCrc()) {
                return false;
            }
        }
        return true;
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        return Collections.list(zip.entries());
    }

    private static JarContents justGone() {
        return new Unusable(JarState.COPYING, "has just gone");
    }

    private static JarContents refused(String sentence) {
        return new Unusable(JarState.REFUSED, sentence);
    }

    private static JarContents unfinished(Stamp stamp, String otherwise) {
        return stamp.older(CUT_OFF_MS)
                ? refused(otherwise + "; copy it again")
                : new Unusable(JarState.COPYING, "is still being copied");
    }
}
