package netreader.format.epub.chapter;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Takes the book's style from a part that cannot be laid out with it. */
public final class Plain {
    private Plain() {}

    /** The same part, changed; its positions stay. */
    public static ChapterPart of(ChapterPart part) {
        NodeList all = part.document().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            element.removeAttribute("style");
            if (element.getNodeName().equals("head")) {
                for (Node child = element.getFirstChild(); child != null; child = element.getFirstChild()) {
                    element.removeChild(child);
                }
            }
        }
        return part;
    }
}
