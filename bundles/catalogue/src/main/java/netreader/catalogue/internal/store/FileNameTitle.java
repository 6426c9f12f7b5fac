package netreader.catalogue.internal.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Title and authors from a file's name: "Title - Author.txt", "《书名》作者：某某.txt", "书名 作者：某某.txt",
 * "书名-作者.txt", or the name itself.
 */
public record FileNameTitle(String title, List<String> authors) {
    private static final Pattern CHINESE = Pattern.compile(
            "(?:[\\[【(（][^\\]】)）]*[\\]】)）]\\s*)?《(?<title>[^》]+)》(?:.*?(?:作者|[Bb][Yy])\\s*[：:]?\\s*(?<author>[^\\s\\[【(（].*?)|"
                    + "\\s*[-–—_]?\\s*(?<short>[\\p{IsHan}·]{2,6})\\s*[著着撰]?)?\\s*(?:[\\[【(（].*)?");
    private static final Pattern AUTHOR = Pattern.compile(
            "(?<title>.+?)[\\s_\\-–—,，]*(?:[(（\\[【]\\s*)?作者\\s*[：:]\\s*(?<author>[^)）\\]】]+?)\\s*(?:[)）\\]】].*)?");
    /** No blanks around the dash: only where both are Chinese, so that Catch-22 is whole. */
    private static final Pattern CHINESE_DASHED =
            Pattern.compile("(?<title>[\\p{IsHan}·：，！？、0-9]{2,})[-–—_](?<author>[\\p{IsHan}·]{2,8})");

    private static final Pattern DASHED = Pattern.compile("(?<title>.+?)\\s+[-–—]\\s+(?<author>[^-–—]+)");

    /** People put a text's encoding at the end of its name, to know it from the same one in another. */
    private static final Pattern ENCODING = Pattern.compile(
            "(?<=.)[ ._(（\\[【-]+(?:utf-?8|utf-?16(?:le|be)?|gb18030|gbk|gb2312|big5|shift_?jis|sjis|euc-?(?:jp|kr))[)）\\]】]?",
            Pattern.CASE_INSENSITIVE);

    public FileNameTitle {
        authors = List.copyOf(authors);
    }

    /** @param name path in the library */
    public static FileNameTitle of(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String stem = withoutEncoding((dot > 0 ? file.substring(0, dot) : file).strip());
        for (Pattern pattern : List.of(CHINESE, AUTHOR, DASHED, CHINESE_DASHED)) {
            Matcher matcher = pattern.matcher(stem);
            if (matcher.matches()) {
                String author = matcher.group("author");
                if (author == null && pattern.equals(CHINESE)) {
                    author = matcher.group("short");
                }
                return new FileNameTitle(
                        matcher.group("title").strip(), author == null ? List.of() : List.of(author.strip()));
            }
        }
        return new FileNameTitle(stem.isEmpty() ? file : stem, List.of());
    }

    private static String withoutEncoding(String stem) {
        Matcher matcher = ENCODING.matcher(stem);
        int end = stem.length();
        while (matcher.find()) {
            end = matcher.end() == stem.length() ? matcher.start() : end;
        }
        return stem.substring(0, end).strip();
    }
}
