package netreader.format.epub.chapter;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import netreader.format.FormatException;
import netreader.format.Work;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.select.NodeVisitor;

/**
 * Makes of a chapter's markup what can be laid out: without scripts and forms, no deeper than a layout can go, and in
 * parts, because a layout takes memory for all that it is given.
 */
public final class ChapterReader {
    /** A part ends at the next paragraph behind so much weight, some forty pages. */
    private static final int PART = 60_000;

    /** A part ends here, wherever that is. */
    private static final int LONGEST_PART = 2 * PART;

    /** A layout goes down by calls, some for each element. */
    private static final int DEEPEST = 120;

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "iframe",
            "frame",
            "template",
            "input",
            "select",
            "textarea",
            "datalist",
            "param",
            "source",
            "track",
            "embed",
            "applet",
            "dialog",
            "case",
            "trigger",
            "map",
            "style",
            "link",
            "meta",
            "title",
            "base");

    static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "ul",
            "ol",
            "dl",
            "li",
            "dt",
            "dd",
            "pre",
            "table",
            "tr",
            "figure",
            "aside",
            "hr",
            "header",
            "footer",
            "nav",
            "address");

    /** Frames whose contents are a picture are shown as one; the attribute that names it. */
    private static final Map<String, String> FRAMES = Map.of("iframe", "src", "embed", "src", "object", "data");

    private static final int WIDEST_SPAN = 200;

    /** In columns times rows. */
    private static final int LARGEST_CELL = 1000;

    /** Names that a document can have. */
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z_][a-z0-9_.-]*");

    private final Map<String, Integer> ids = new HashMap<>();
    private final Set<String> linked = new LinkedHashSet<>();
    private final PartBuilder builder = new PartBuilder();
    private final boolean whole;

    private ChapterReader(boolean whole) {
        this.whole = whole;
    }

    /**
     * @param whole whether the chapter is to stay in one part, as a page of fixed size must
     * @throws FormatException CANCELLED
     */
    public static Chapter read(Document document, boolean whole, Work work) throws FormatException {
        Ruby.rewrite(document);
        work.check();
        ChapterReader reader = new ChapterReader(whole);
        reader.readHead(document);
        Element body = document.selectFirst("body");
        if (body == null) {
            Element svg = firstDrawing(document);
            body = svg == null ? document : new Element("body").appendChild(svg.clone());
        }
        reader.readBody(body);
        work.check();
        return new Chapter(reader.builder.end(), reader.ids, reader.linked);
    }

    private static Element firstDrawing(Document document) {
        return document.getAllElements().stream()
                .filter(each -> localName(each).equals("svg"))
                .findFirst()
                .orElse(null);
    }

    private void readHead(Document document) {
        for (Node node : document.childNodes()) {
            if (node instanceof XmlDeclaration declaration && declaration.name().equals("xml-stylesheet")) {
                addSheet(declaration.attr("href"));
            }
        }
        for (Element element : document.getAllElements()) {
            switch (localName(element)) {
                case "link" -> {
                    String relation = element.attr("rel").toLowerCase(Locale.ROOT);
                    if (relation.contains("stylesheet") && !relation.contains("alternate")) {
                        addSheet(element.attr("href"));
                    }
                }
                case "style" -> {
                    if (!isInDrawing(element)) {
                        var style = builder.addToHead("style");
                        style.setTextContent(StyleText.usable(text(element)));
                    }
                }
                case "html" -> copyAttributes(element, builder.root());
                default -> {}
            }
        }
    }

    private static boolean isInDrawing(Element element) {
        return element.parents().stream().anyMatch(each -> localName(each).equals("svg"));
    }

    private static String text(Element style) {
        StringBuilder text = new StringBuilder();
        for (Node node : style.childNodes()) {
            if (node instanceof TextNode plain) {
                text.append(plain.getWholeText());
            } else if (node instanceof DataNode data) {
                text.append(data.getWholeData());
            }
        }
        return text.toString();
    }

    private void addSheet(String reference) {
        var link = builder.addToHead("link");
        link.setAttribute("rel", "stylesheet");
        link.setAttribute("type", "text/css");
        link.setAttribute("href", reference);
    }

    private void readBody(Element body) {
        body.traverse(new NodeVisitor() {
            /** How deep the element stands whose contents are not to be seen; -1 if there is none. */
            private int leftOutDepth = -1;

            @Override
            public void head(Node node, int depth) {
                if (leftOutDepth >= 0) {
                    return;
                }
                if (node instanceof TextNode text) {
                    addText(Marks.bounded(text.getWholeText()));
                } else if (node instanceof Element element) {
                    String name = depth == 0 ? "body" : localName(element);
                    if (LEFT_OUT.contains(name) && !isFramedPicture(element, name)) {
                        leftOutDepth = depth;
                    } else if (name.equals("svg")) {
                        addDrawing(element);
                        leftOutDepth = depth;
                    } else if (isShallow(depth)) {
                        addElement(element, name);
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (leftOutDepth < 0 && node instanceof Element && isShallow(depth)) {
                    builder.closeElement();
                } else if (leftOutDepth == depth) {
                    leftOutDepth = -1;
                }
            }
        });
    }

    private static boolean isShallow(int depth) {
        return depth < DEEPEST;
    }

    private void addElement(Element element, String name) {
        if (isFramedPicture(element, name)) {
            element.attr("src", element.attr(FRAMES.get(name)));
            addElement(element, "img");
            return;
        }
        if (!whole && builder.weight() > (BLOCKS.contains(name) ? PART : LONGEST_PART)) {
            builder.cut();
        }
        register(element);
        var opened = builder.openElement(name);
        copyAttributes(element, opened);
        if (name.equals("a") && !element.attr("href").isBlank()) {
            linked.add(element.attr("href").strip());
        }
    }

    private static boolean isFramedPicture(Element element, String name) {
        return FRAMES.containsKey(name) && element.attr(FRAMES.get(name)).matches("(?i).*\\.(svg|png|jpe?g|gif|webp)");
    }

    private void addDrawing(Element svg) {
        register(svg);
        var element = builder.openElement("svg");
        copyAttributes(svg, element);
        builder.draw(element, drawing(svg));
        builder.closeElement();
    }

    /** The size of a drawing among text is a matter of the text's layout; by itself it has the size of its view box. */
    private static String drawing(Element svg) {
        Element copy = svg.clone();
        copy.removeAttr("style");
        if (copy.hasAttr("viewBox")) {
            copy.removeAttr("width").removeAttr("height");
        }
        return copy.outerHtml();
    }

    private void register(Element element) {
        if (!element.id().isBlank()) {
            ids.putIfAbsent(element.id().strip(), builder.position());
        }
        if (localName(element).equals("a") && !element.attr("name").isBlank()) {
            ids.putIfAbsent(element.attr("name").strip(), builder.position());
        }
    }

    private void addText(String text) {
        int from = 0;
        while (!whole && text.length() - from > LONGEST_PART - builder.weight()) {
            int room = LONGEST_PART - builder.weight();
            if (room > 0) {
                int end = endNear(text, from, from + room);
                builder.addText(text.substring(from, end));
                from = end;
            }
            builder.cut();
        }
        builder.addText(text.substring(from));
    }

    /** Behind the last white space in front of the index if that is not far, and never within a character. */
    private static int endNear(String text, int from, int index) {
        for (int i = index; i > Math.max(from, index - 1000); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static void copyAttributes(Element from, org.w3c.dom.Element to) {
        for (Attribute attribute : from.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("xml:lang")) {
                name = "lang";
            }
            if (name.startsWith("on") || !ATTRIBUTE.matcher(name).matches() || name.equals("xmlns")) {
                continue;
            }
            to.setAttribute(name, attribute.getValue());
        }
        boundSpans(to);
        if (from.attr("dir").equalsIgnoreCase("auto")) {
            to.setAttribute("dir", TextDirection.of(from.text()));
        }
    }

    /** A table with more columns than these would be no table; a cell that is long and wide pushes all others aside. */
    private static void boundSpans(org.w3c.dom.Element cell) {
        if (cell.hasAttribute("colspan") || cell.hasAttribute("rowspan")) {
            int columns = span(cell.getAttribute("colspan"), WIDEST_SPAN);
            cell.setAttribute("colspan", Integer.toString(columns));
            cell.setAttribute("rowspan", Integer.toString(span(cell.getAttribute("rowspan"), LARGEST_CELL / columns)));
        }
    }

    /** A table with more columns than these would be no table. */
    private static int span(String value, int most) {
        try {
            return Math.max(1, Math.min(most, Integer.parseInt(value.strip())));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
