package netreader.format.epub;

import java.util.Arrays;
import netreader.format.epub.chapter.ChapterPart;
import netreader.format.epub.chapter.Positions;
import netreader.format.epub.chapter.Ruby;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of a part as it is searched, which needs no layout, and where each of its characters stands. */
final class ChapterText {
    private final StringBuilder text = new StringBuilder();
    private final ChapterPart part;
    private int[] positions = new int[1024];
    private int position;

    ChapterText(ChapterPart part) {
        this.part = part;
        this.position = part.start();
        visit(part.document().getDocumentElement());
    }

    String text() {
        return text.toString();
    }

    /** @param index in the text */
    int position(int index) {
        return positions[Math.min(index, text.length() - 1)];
    }

    private void visit(Node root) {
        for (Node node = root; node != null; ) {
            boolean leftOut = false;
            if (node instanceof Element element) {
                Integer start = part.positions().get(element);
                position = start == null ? position : start;
                leftOut = element.getNodeName().equals("head");
                if (ChapterPart.isBlock(element)) {
                    add('\n');
                }
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                addText(node.getNodeValue(), Ruby.isAbove((Element) node.getParentNode()));
            }
            node = leftOut ? after(node, root) : next(node, root);
        }
    }

    private static Node next(Node node, Node root) {
        return node.getFirstChild() != null ? node.getFirstChild() : after(node, root);
    }

    private static Node after(Node node, Node root) {
        for (Node each = node; each != null && !each.isSameNode(root); each = each.getParentNode()) {
            if (each.getNextSibling() != null) {
                return each.getNextSibling();
            }
        }
        return null;
    }

    private void addText(String added, boolean above) {
        for (int i = 0; i < added.length(); i++) {
            char c = added.charAt(i);
            if (!above) {
                add(c);
            }
            position += Positions.counts(c) ? 1 : 0;
        }
    }

    /** White space of any length is one space, as it is on the page. */
    private void add(char c) {
        boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (space && (text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1)))) {
            return;
        }
        if (text.length() == positions.length) {
            positions = Arrays.copyOf(positions, 2 * positions.length);
        }
        positions[text.length()] = position;
        text.append(space && c != '\n' ? ' ' : c);
    }
}
