package netreader.protocol;

import java.util.List;
import java.util.Objects;

/** The body of a reply to {@code folders}. */
public record FolderList(List<Folder> folders) {
    /**
     * A folder of the library.
     *
     * @param name path in the library, with {@code /} between folders and none at the end
     * @param books how many are in it and in the folders in it
     */
    public record Folder(String name, long books) {
        public Folder {
            Objects.requireNonNull(name);
        }
    }

    public FolderList {
        folders = List.copyOf(folders);
    }
}
