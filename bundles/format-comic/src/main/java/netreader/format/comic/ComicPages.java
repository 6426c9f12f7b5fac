package netreader.format.comic;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import netreader.format.archive.Archive;

/** Which files of an archive are pages, and in what order they are read. */
final class ComicPages {
    private static final Set<String> PICTURES = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff", "avif", "jxl", "heic", "jp2");

    private ComicPages() {}

    static List<Archive.Entry> of(Archive archive) {
        return archive.entries().stream()
                .filter(ComicPages::isPicture)
                .sorted(Comparator.comparing(Archive.Entry::name, NaturalOrder.INSTANCE))
                .toList();
    }

    /** Archives carry what the packer's computer has in its folders. */
    private static boolean isPicture(Archive.Entry entry) {
        String file = entry.fileName();
        int dot = file.lastIndexOf('.');
        return dot > 0
                && !entry.name().contains("__MACOSX/")
                && PICTURES.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
