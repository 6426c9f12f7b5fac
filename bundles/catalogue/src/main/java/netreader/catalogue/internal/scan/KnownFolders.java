package netreader.catalogue.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import netreader.catalogue.internal.store.BookNames;

/** The folders that looks have found, and that are watched where that is possible. One thread. */
final class KnownFolders {
    private final TreeSet<String> folders = new TreeSet<>();
    private final FolderWatch watch;

    KnownFolders(FolderWatch watch) {
        this.watch = watch;
    }

    boolean contains(String folder) {
        return folders.contains(folder);
    }

    void add(String folder, Path path) {
        folders.add(folder);
        watch.add(folder, path);
    }

    /** The folders directly in a folder. */
    List<String> in(String folder) {
        int from = BookNames.prefix(folder).length();
        return below(folder).stream()
                .filter(other -> !other.isEmpty() && other.indexOf('/', from) < 0)
                .toList();
    }

    /** It is not there any more, nor what was in it. */
    void forget(String folder) {
        forgetAll(new ArrayList<>(below(folder)));
        forgetAll(List.of(folder));
    }

    /** Of the folders below one, those that are not among these are not there any more. */
    void keepOnly(String folder, Collection<String> these) {
        forgetAll(below(folder).stream().filter(other -> !these.contains(other)).toList());
    }

    private NavigableSet<String> below(String folder) {
        return folder.isEmpty() ? folders : folders.subSet(folder + "/", false, folder + "0", false);
    }

    private void forgetAll(Collection<String> gone) {
        for (String folder : gone) {
            folders.remove(folder);
            watch.remove(folder);
        }
    }
}
