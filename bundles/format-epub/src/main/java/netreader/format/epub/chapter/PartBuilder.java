package netreader.format.epub.chapter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Builds the documents of a chapter's parts: each new one begins with the elements that were open in the last. */
final class PartBuilder {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Boxes are work, too: of ruby each character has two. */
    private static final int ELEMENT_WEIGHT = 5;

    private final DocumentBuilder builder;
    private final List<ChapterPart> parts = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private Document document;
    private Element head;
    private Map<Element, Integer> positions;
    private Map<Element, String> drawings;
    private int start;
    private int position;

    PartBuilder() {
        try {
            builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e); // it is the JDK's own, without any options
        }
        begin();
        Element html = document.createElementNS(XHTML, "html");
        head = document.createElementNS(XHTML, "head");
        document.appendChild(html);
        html.appendChild(head);
        open.push(html);
    }

    private void begin() {
        document = builder.newDocument();
        positions = new HashMap<>();
        drawings = new HashMap<>();
        start = position;
    }

    /** An empty element of the head. */
    Element addToHead(String name) {
        Element element = document.createElementNS(XHTML, name);
        head.appendChild(element);
        return element;
    }

    Element root() {
        return open.peekLast();
    }

    int position() {
        return position;
    }

    /** How much there is to lay out in the part: its positions, and more for each of its elements. */
    int weight() {
        return position - start + ELEMENT_WEIGHT * positions.size();
    }

    int depth() {
        return open.size();
    }

    Element openElement(String name) {
        Element element = document.createElementNS(XHTML, name);
        open.peek().appendChild(element);
        open.push(element);
        positions.put(element, position++);
        return element;
    }

    void closeElement() {
        open.pop();
    }

    void draw(Element element, String source) {
        drawings.put(element, source);
    }

    void addText(String text) {
        open.peek().appendChild(document.createTextNode(text));
        position += Positions.in(text);
    }

    /** Ends the part and goes on in a new one. */
    void cut() {
        finish();
        Element oldHead = head;
        begin();
        Iterator<Element> outermostFirst = List.copyOf(open).listIterator();
        List<Element> chain = new ArrayList<>();
        outermostFirst.forEachRemaining(each -> chain.add(0, each));
        open.clear();
        for (Element each : chain) {
            Element copy = (Element) document.importNode(each, false);
            copy.removeAttribute("id");
            if (open.isEmpty()) {
                document.appendChild(copy);
                head = (Element) document.importNode(oldHead, true);
                copy.appendChild(head);
            } else {
                open.peek().appendChild(copy);
            }
            open.push(copy);
        }
    }

    private void finish() {
        parts.add(new ChapterPart(document, positions, drawings, start));
    }

    List<ChapterPart> end() {
        finish();
        return parts;
    }
}
