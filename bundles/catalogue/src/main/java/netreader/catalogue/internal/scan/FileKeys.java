package netreader.catalogue.internal.scan;

import java.nio.file.attribute.BasicFileAttributes;

/** Numbers by which a disk knows files whatever their names. */
final class FileKeys {
    private static final String INODE = "ino=";

    private FileKeys() {}

    /** 0 if the disk has none. */
    static long of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        String text = key == null ? "" : key.toString(); // "(dev=fe00,ino=12)"; the device may be another after a start
        int inode = text.indexOf(INODE);
        if (inode < 0) {
            return text.hashCode();
        }
        int from = inode + INODE.length();
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return to > from ? Long.parseUnsignedLong(text, from, to, 10) : text.hashCode();
    }
}
