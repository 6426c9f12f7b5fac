package netreader.format.epub.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.archive.Failures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Parses whatever stands in a book's files, broken or not. jsoup knows no DTD and no external entity, so that nothing is
 * ever fetched or multiplied.
 */
public final class Markup {
    /** Elements that have no end tag in HTML: in XML they swallow what follows where somebody forgot the slash. */
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "meta", "link", "input", "col", "area", "wbr");

    private static final int DECLARED_WITHIN = 1024;
    private static final Pattern DECLARED = Pattern.compile("(?i)(?:encoding|charset)\\s*=\\s*[\"']?\\s*([a-z0-9_-]+)");

    private Markup() {}

    /** Package documents, tables of contents and the like. Names keep their case and their prefixes. */
    public static Document xml(byte[] bytes, String what) throws FormatException {
        return parse(bytes, what, Parser.xmlParser());
    }

    /** A chapter: as XML where it is, else as browsers read HTML. */
    public static Document chapter(byte[] bytes, String what) throws FormatException {
        Document xml = parse(bytes, what, Parser.xmlParser());
        return isWellFormed(xml) ? xml : parse(bytes, what, Parser.htmlParser());
    }

    private static Document parse(byte[] bytes, String what, Parser parser) throws FormatException {
        try {
            if (isUtf8(bytes)) {
                return parser.parseInput(new String(bytes, StandardCharsets.UTF_8), "");
            }
            Document document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
            if (Thread.currentThread().isInterrupted()) {
                // jsoup takes that for the end of the stream.
                throw new FormatException(Reason.CANCELLED, "Nobody waits for the book any more");
            }
            return document;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(e, what);
        }
    }

    /** As nearly all files say; for the others jsoup finds it out, for which it parses the beginning twice. */
    private static boolean isUtf8(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(begin);
        return begin.startsWith("<") && declared.find() && declared.group(1).equalsIgnoreCase("utf-8");
    }

    private static boolean isWellFormed(Document document) {
        Element body = document.selectFirst("html > body");
        if (body == null) {
            return document.selectFirst("svg") != null || document.selectFirst("*|svg") != null;
        }
        for (Element element : body.getAllElements()) {
            String name = element.normalName();
            if (EMPTY.contains(name) && element.childNodeSize() > 0) {
                return false;
            }
            if (name.equals("p")
                    && element.parent() != null
                    && element.parent().normalName().equals("p")) {
                return false;
            }
        }
        return true;
    }
}
