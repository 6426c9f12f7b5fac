package netreader.format.epub.publication;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Finds elements by their names without prefixes, of which books use any or none. */
final class Tags {
    private Tags() {}

    static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1);
    }

    static boolean is(Element element, String localName) {
        return localName(element).equalsIgnoreCase(localName);
    }

    static List<Element> children(Element parent, String localName) {
        return parent.children().stream().filter(each -> is(each, localName)).toList();
    }

    static Optional<Element> child(Element parent, String localName) {
        return children(parent, localName).stream().findFirst();
    }

    /** At any depth, in the order of the document. */
    static List<Element> all(Element root, String localName) {
        return root.getAllElements().stream()
                .filter(each -> is(each, localName))
                .toList();
    }

    static Optional<Element> first(Element root, String localName) {
        return root.getAllElements().stream()
                .filter(each -> is(each, localName))
                .findFirst();
    }

    /** An attribute, which may have a prefix; empty text if there is none. */
    static String attribute(Element element, String localName) {
        if (element.hasAttr(localName)) {
            return element.attr(localName).strip();
        }
        return element.attributes().asList().stream()
                .filter(each -> each.getKey().endsWith(":" + localName))
                .findFirst()
                .map(each -> each.getValue().strip())
                .orElse("");
    }

    /** Whether a list of words, separated by white space, has this one. */
    static boolean hasWord(String words, String word) {
        return List.of(words.strip().split("\\s+")).contains(word);
    }
}
