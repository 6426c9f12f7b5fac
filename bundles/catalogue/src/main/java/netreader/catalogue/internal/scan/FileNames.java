package netreader.catalogue.internal.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Names of files as texts, and back. A name on a disk is bytes: one that is no text in this computer's encoding has
 * question marks where it is none, and a sum of its bytes, so that no two are alike; its file is found by listing the
 * folder. Any thread.
 */
final class FileNames {
    private static final int MAX_KNOWN = 1000;
    /** What Java reads where bytes are no text; only such names need more than the usual way. */
    private static final char NO_TEXT = '\uFFFD';

    private final Path root;
    private final Map<String, Path> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Path> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    FileNames(Path root) {
        this.root = root;
    }

    /** The name of a file that was found in a folder. */
    static String of(Path file) {
        String name = file.getFileName().toString();
        return leadsTo(file, name) ? name : marked(name, file);
    }

    /** The file of a book or folder, or where it would be. */
    Path file(String name) {
        Path usual = usual(name);
        if (name.indexOf(NO_TEXT) < 0) {
            return usual;
        }
        synchronized (known) {
            Path file = known.get(name);
            if (file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return file;
            }
        }
        Path file = listed(name, usual);
        synchronized (known) {
            known.put(name, file);
        }
        return file;
    }

    private Path usual(String name) {
        try {
            return root.resolve(name);
        } catch (InvalidPathException e) {
            return root.resolve("no name in this encoding"); // reading it says that it is not there
        }
    }

    private Path listed(String name, Path usual) {
        Path file = root;
        for (String part : name.split("/", -1)) {
            Path next = part.indexOf(NO_TEXT) < 0 ? file.resolve(part) : listed(file, part);
            if (next == null) {
                return usual;
            }
            file = next;
        }
        return file;
    }

    private static Path listed(Path folder, String name) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (of(file).equals(name)) {
                    return file;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return null; // whoever reads the file learns why
        }
        return null;
    }

    private static boolean leadsTo(Path file, String name) {
        if (name.indexOf(NO_TEXT) < 0) {
            return true; // every byte was read as part of a character
        }
        try {
            return file.resolveSibling(name).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String marked(String name, Path file) {
        String uri = file.toUri().getRawPath(); // the one place where Java shows the bytes
        String bytes = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        CRC32 sum = new CRC32();
        sum.update(bytes.substring(bytes.lastIndexOf('/') + 1).getBytes(StandardCharsets.US_ASCII));
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return name.substring(0, end) + " " + HexFormat.of().toHexDigits((int) sum.getValue()) + name.substring(end);
    }
}
