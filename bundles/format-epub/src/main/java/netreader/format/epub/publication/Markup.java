package netreader.format.epub.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import netreader.format.FormatException;
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
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(e, what);
        }
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
