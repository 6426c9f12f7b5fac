package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netreader.format.FormatException;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/**
 * What the first lines of a text say of it, where they say so in so many words: 书名：, 作者：, 《》, 著, Title:, by.
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

    private static final String NAME = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー·・]{2,12}";
    private static final String NAMES = NAME + "(?: ?[、,] ?" + NAME + ")*";
    private static final String WROTE = "(?:著|原著|撰|[编編]著|[选選][编編]|[编編]|[译譯])";
    private static final String DYNASTY =
            "(?:先秦|春秋|[战戰][国國]|秦|[东東西]?[汉漢]|三[国國]|魏|[东東西]?[晋晉]|[南北]朝|隋|唐|五代|[南北]?宋|" + "[辽遼]|金|元|明|清|民[国國]|近代|[现現]代)";
    private static final String WESTERN_NAME = "\\p{Lu}[\\p{L}.' -]{2,40}";

    /** "〔清〕吴楚材、吴调侯 选编", "清：無名氏", "清 姬文著", "by Jane Austen" */
    private static final Pattern ATTRIBUTION = Pattern.compile("(?:作者|著者) *: *(?<named>.{1,40})"
            + "|[〔\\[(【]" + DYNASTY + "[〕\\])】] *(?<old>" + NAMES + ") *" + WROTE + "?"
            + "|" + DYNASTY + " *: *(?<of>" + NAMES + ") *" + WROTE + "?"
            + "|(?:" + DYNASTY + " +)?(?<wrote>" + NAMES + ") *" + WROTE
            + "|[Bb][Yy] +(?<by>" + WESTERN_NAME + ")");
    /** "[儒林外史 / 吴敬梓 著 ]" */
    private static final Pattern SLASH =
            Pattern.compile("[\\[【(]? *(?<title>[^/]{1,30}?) */ *(?<author>" + NAMES + ") *" + WROTE + " *[\\]】)]?");

    private static final Pattern TWO_COLUMNS = Pattern.compile("(?<title>[^。,!?:;]{1,30}?) {2,}(?<rest>.{2,30})");

    /** A line that may be a title: what stands over 作者：. */
    private static final Pattern BARE = Pattern.compile("[^。!?:;]{1,60}");

    /** What stands below title and author in texts of Aozora Bunko. */
    private static final Pattern RULE = Pattern.compile("-{10,}");

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
        String first = lines.get(0);
        Matcher both = BOTH.matcher(first);
        if (both.matches()) {
            Optional<String> author =
                    Optional.ofNullable(both.group("author")).or(() -> Optional.ofNullable(both.group("name")));
            return said(both.group("title"), author.or(() -> value(AUTHOR, lines)));
        }
        Optional<String> title = value(TITLE, lines);
        if (title.isPresent()) {
            return said(title.get(), value(AUTHOR, lines));
        }
        Matcher slash = SLASH.matcher(first);
        if (slash.matches()) {
            return said(slash.group("title"), Optional.of(slash.group("author")));
        }
        Matcher columns = TWO_COLUMNS.matcher(first);
        if (columns.matches()) {
            Optional<String> author = attribution(columns.group("rest"));
            return author.isPresent() ? said(columns.group("title"), author) : NOTHING;
        }
        Optional<String> author = BARE.matcher(first).matches() ? authorBelow(lines) : Optional.empty();
        // What is set in capitals is better in the file's name.
        boolean capitals =
                first.equals(first.toUpperCase(Locale.ROOT)) && !first.equals(first.toLowerCase(Locale.ROOT));
        return author.isPresent() && !capitals ? said(first, author) : NOTHING;
    }

    private static FirstLines said(String title, Optional<String> authors) {
        List<String> each = authors.stream()
                .flatMap(all -> Arrays.stream(all.split("[、,]", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new FirstLines(Optional.of(title.strip()), each);
    }

    private static Optional<String> authorBelow(List<String> lines) {
        String second = lines.size() > 1 ? lines.get(1) : "";
        String third = lines.size() > 2 ? lines.get(2) : "";
        if (second.equalsIgnoreCase("by") && third.matches(WESTERN_NAME)) {
            return Optional.of(third);
        }
        if (RULE.matcher(third).matches() && second.matches(NAMES)) {
            return Optional.of(second);
        }
        return attribution(second);
    }

    private static Optional<String> attribution(String line) {
        Matcher matcher = ATTRIBUTION.matcher(line);
        return matcher.matches()
                ? Stream.of("named", "old", "of", "wrote", "by")
                        .map(matcher::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
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
