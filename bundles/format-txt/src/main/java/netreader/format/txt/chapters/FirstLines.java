package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.FormatException;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/**
 * What the first lines of a text say of it, where they say so in so many words: 书名：, 作者：, 《》, Title:, Author:.
 *
 * @param authors empty if they are not named
 */
public record FirstLines(Optional<String> title, List<String> authors) {
    private static final FirstLines NOTHING = new FirstLines(Optional.empty(), List.of());
    private static final int BYTES = 4096;
    private static final int MOST_LINES = 40;
    private static final int LONGEST = 80;

    private static final Pattern TITLE =
            Pattern.compile("[【\\[]?(?:书名|書名|Title)[】\\]]? *: *(?<value>.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHOR =
            Pattern.compile("[【\\[]?(?:作者|Author)[】\\]]? *: *(?<value>.+)", Pattern.CASE_INSENSITIVE);
    /** 《西游记》吴承恩(明) */
    private static final Pattern BOTH = Pattern.compile("《(?<title>[^》]{1,40})》 *"
            + "(?:(?:作者 *:|文/|著者 *:) *(?<author>[^ ,。]{1,30})|(?<name>[\\p{IsHan}·]{2,5}))? *(?:著|\\([^)]{1,4}\\))?");

    /** A line that may be a title: what stands over 作者：. */
    private static final Pattern BARE = Pattern.compile("[^。,!?:;]{1,30}");

    public FirstLines {
        authors = List.copyOf(authors);
    }

    public static FirstLines of(TextFile file, Detection detection) throws FormatException {
        byte[] bytes = file.read(detection.bomLength(), BYTES);
        List<String> lines = new ArrayList<>();
        for (String line : new String(bytes, detection.charset()).split("\\R", -1)) {
            String plain = Plain.line(line);
            if (!plain.isEmpty() && lines.size() < MOST_LINES) {
                lines.add(plain);
            }
        }
        return lines.isEmpty() ? NOTHING : of(lines);
    }

    private static FirstLines of(List<String> lines) {
        Matcher both = BOTH.matcher(lines.get(0));
        if (both.matches()) {
            Optional<String> author =
                    Optional.ofNullable(both.group("author")).or(() -> Optional.ofNullable(both.group("name")));
            return new FirstLines(
                    Optional.of(both.group("title")),
                    author.or(() -> value(AUTHOR, lines)).stream().toList());
        }
        Optional<String> title = value(TITLE, lines);
        Optional<String> author = value(AUTHOR, lines);
        boolean second = lines.size() > 1 && AUTHOR.matcher(lines.get(1)).matches();
        if (title.isEmpty() && second && BARE.matcher(lines.get(0)).matches()) {
            title = Optional.of(lines.get(0));
        }
        // An author alone may be that of a quotation.
        return title.isPresent() ? new FirstLines(title, author.stream().toList()) : NOTHING;
    }

    private static Optional<String> value(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group("value").strip())
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .map(value -> value.replaceAll("[《》]", ""))
                .findFirst();
    }
}
