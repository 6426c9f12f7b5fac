package netreader.catalogue.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Title and authors from a file's name: "Title - Author.txt", "《书名》作者：某某.txt", or the name itself. */
record FileNameTitle(String title, List<String> authors) {
    private static final Pattern CHINESE = Pattern.compile("《(?<title>[^》]+)》(?:.*?作者[：:]?\\s*(?<author>.+))?.*");
    private static final Pattern DASHED = Pattern.compile("(?<title>.+?)\\s+[-–—]\\s+(?<author>[^-–—]+)");

    FileNameTitle {
        authors = List.copyOf(authors);
    }

    /** @param name path in the library */
    static FileNameTitle of(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String stem = (dot > 0 ? file.substring(0, dot) : file).strip();
        for (Pattern pattern : List.of(CHINESE, DASHED)) {
            Matcher matcher = pattern.matcher(stem);
            if (matcher.matches()) {
                String author = matcher.group("author");
                return new FileNameTitle(
                        matcher.group("title").strip(), author == null ? List.of() : List.of(author.strip()));
            }
        }
        return new FileNameTitle(stem.isEmpty() ? file : stem, List.of());
    }
}
