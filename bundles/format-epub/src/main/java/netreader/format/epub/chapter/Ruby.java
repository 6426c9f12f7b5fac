package netreader.format.epub.chapter;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Rewrites ruby so that what stands above a piece of text comes first: a small block with the text in its last line. */
public final class Ruby {
    /** The class of what stands above; it is no part of the text. */
    private static final String ABOVE = "netreader-rt";

    private Ruby() {}

    /** Whether an element of a part's document stands above the text. */
    public static boolean isAbove(org.w3c.dom.Element element) {
        return element.getAttribute("class").equals(ABOVE);
    }

    static void rewrite(Document document) {
        for (Element ruby : document.getElementsByTag("ruby")) {
            List<Node> base = new ArrayList<>();
            Element rewritten = new Element("span");
            rewritten.attributes().addAll(ruby.attributes());
            List<Node> children = List.copyOf(ruby.childNodes());
            ruby.empty(); // one by one they would be counted again each time
            for (Node child : children) {
                if (child instanceof Element element && is(element, "rt", "rtc")) {
                    rewritten.appendChild(pair(element, base));
                    base.clear();
                } else if (!(child instanceof Element element && is(element, "rp"))) {
                    base.add(child);
                }
            }
            base.forEach(rewritten::appendChild);
            ruby.replaceWith(rewritten);
        }
    }

    private static boolean is(Element element, String... names) {
        return List.of(names).contains(element.normalName());
    }

    private static Element pair(Element above, List<Node> base) {
        Element pair = new Element("span").addClass("netreader-ruby");
        pair.appendElement("span").addClass(ABOVE).text(above.text());
        if (base.size() == 1 && base.get(0) instanceof Element element && is(element, "rb")) {
            List.copyOf(element.childNodes()).forEach(pair::appendChild);
        } else {
            base.forEach(pair::appendChild);
        }
        return pair;
    }
}
