package netreader.format.epub.layout;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreader.format.TextRun;
import netreader.format.epub.chapter.ChapterPart;
import netreader.format.epub.chapter.Positions;
import netreader.format.epub.chapter.Ruby;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Goes through the boxes of a layout in the order of the text and notes what stands where. */
final class PageCollector {
    private final ChapterPart part;
    private final RenderingContext context;
    private final BlockBox root;
    private final List<PageBox> pageBoxes;
    private final double scale;
    private final boolean withText;
    private final List<PageDraft> drafts = new ArrayList<>();
    private final Set<Element> seen = new HashSet<>();
    private int position;
    private int lineDepth;
    private Box lastNested;

    /** The page of the last word of the line that has not ended; null if there is none. */
    private PageDraft lastDraft;

    /** @param withText whether more is wanted than where the pages begin */
    PageCollector(ChapterPart part, RenderingContext context, BlockBox root, PageStyle style, boolean withText) {
        this.part = part;
        this.context = context;
        this.root = root;
        this.pageBoxes = root.getLayer().getPages();
        this.scale = PartLayout.pointsPerDot(style);
        this.withText = withText;
        this.position = part.start();
    }

    PageContents collect() {
        int count = Math.max(1, pageBoxes.size());
        for (int i = 0; i < count; i++) {
            drafts.add(new PageDraft());
        }
        visit(root);
        // A margin at the end that does not fit any more makes a page of its own.
        while (drafts.size() > 1 && drafts.get(drafts.size() - 1).isEmpty()) {
            drafts.remove(drafts.size() - 1);
        }
        List<PageContents.Page> pages = new ArrayList<>();
        int before = part.start() - 1;
        for (PageDraft draft : drafts) {
            // Pages without anything of their own, such as the rest of a tall picture, come one after the other.
            int first = draft.isEmpty() ? before + 1 : Math.max(before + 1, draft.first());
            pages.add(draft.page(pages.isEmpty() ? part.start() : first));
            before = pages.get(pages.size() - 1).first();
        }
        return new PageContents(List.copyOf(pages));
    }

    private void visit(Box box) {
        enter(box.getElement());
        if (box instanceof LineBox line) {
            visitLine(line);
            return;
        }
        if (box instanceof BlockBox block && block.getReplacedElement() != null) {
            note(area(block), position);
            link(block.getElement(), area(block));
        }
        for (Box child : List.copyOf(box.getChildren())) {
            visit(child);
        }
    }

    /** Positions are those of the document where an element begins, and counted between. */
    private void enter(Element element) {
        if (element != null && seen.add(element)) {
            Integer start = part.positions().get(element);
            if (start != null) {
                position = start;
            }
        }
    }

    private void visitLine(LineBox line) {
        // Within a line there may be a block, such as ruby: it has line ends only between its own lines.
        boolean nested = lineDepth > 0;
        if (nested && line.getParent().equals(lastNested)) {
            endLine();
        }
        lineDepth++;
        for (Box child : List.copyOf(line.getChildren())) {
            visitInline(child);
        }
        lineDepth--;
        if (nested) {
            lastNested = line.getParent();
        } else {
            endLine();
        }
        for (Box child : List.copyOf(line.getNonFlowContent())) {
            visit(child);
        }
    }

    private void endLine() {
        if (lastDraft != null) {
            lastDraft.endLine();
            lastDraft = null;
        }
    }

    private void visitInline(Box box) {
        if (!(box instanceof InlineLayoutBox inline)) {
            visit(box);
            return;
        }
        enter(inline.getElement());
        for (Object child : List.copyOf(inline.getInlineChildren())) {
            if (child instanceof InlineText text) {
                if (inline.getPseudoElementOrClass() == null) {
                    addText(text, inline);
                }
            } else {
                visitInline((Box) child);
            }
        }
    }

    private void addText(InlineText text, InlineLayoutBox inline) {
        String shown = text.getSubstring();
        FontStack font = (FontStack) inline.getStyle().getFSFont(context);
        double left = inline.getAbsX() + text.getX();
        float ascent = font.metrics().getAscent();
        double glyphTop = inline.getAbsY() + inline.getBaseline() - (double) ascent;
        double glyphHeight = ascent + font.metrics().getDescent();
        if (!withText) {
            note(new Rectangle2D.Double(left, glyphTop, 1, glyphHeight).getBounds(), position);
            position += Positions.in(shown);
            return;
        }
        Spacing spacing = Spacing.of(text);
        boolean above = isAbove(inline);
        boolean backwards = text.getTextDirection() == BidiSplitter.RTL;
        float whole = backwards ? Letters.INSTANCE.width(font, shown, spacing.perSpace(), spacing.perLetter()) : 0;
        float at = 0;
        for (String word : Words.of(shown)) {
            float width = Letters.INSTANCE.width(font, word, spacing.perSpace(), spacing.perLetter());
            double x = backwards ? left + whole - at - width : left + at;
            Rectangle area = new Rectangle2D.Double(x, glyphTop, width, glyphHeight).getBounds();
            note(area, position);
            if (!above) {
                addRun(word, area);
            }
            link(inline.getElement(), area);
            position += Positions.in(word);
            at += width;
        }
    }

    private void addRun(String word, Rectangle area) {
        int page = pageAt(area);
        if (page >= 0) {
            lastDraft = drafts.get(page);
            lastDraft.add(new TextRun(word, onPage(area, pageBoxes.get(page)), false));
        }
    }

    private static boolean isAbove(InlineLayoutBox inline) {
        for (Box box = inline; box != null; box = box.getParent()) {
            Element element = box.getElement();
            if (element != null) {
                return Ruby.isAbove(element);
            }
        }
        return false;
    }

    private Rectangle area(BlockBox block) {
        return block.getContentAreaEdge(block.getAbsX(), block.getAbsY(), context);
    }

    private void note(Rectangle area, int at) {
        int page = pageAt(area);
        if (page >= 0) {
            drafts.get(page).note(at);
        }
    }

    private void link(Element element, Rectangle area) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            String target = each.getAttribute("href");
            if (each.getNodeName().equals("a") && !target.isBlank()) {
                int page = pageAt(area);
                if (page >= 0) {
                    drafts.get(page).link(onPage(area, pageBoxes.get(page)), target);
                }
                return;
            }
        }
    }

    /** The page on which the middle of an area lies; -1 for none. */
    private int pageAt(Rectangle area) {
        int y = area.y + area.height / 2;
        if (pageBoxes.isEmpty() || y < 0) {
            return -1;
        }
        int page = root.getLayer().getPageIndex(y);
        return page < pageBoxes.size() ? page : -1;
    }

    /** From the document's dots to the page's points. */
    private Rectangle2D onPage(Rectangle area, PageBox page) {
        double x = area.x + (double) page.getMarginBorderPadding(context, CalculatedStyle.LEFT);
        double y = area.y - (double) page.getTop() + page.getMarginBorderPadding(context, CalculatedStyle.TOP);
        return new Rectangle2D.Double(x * scale, y * scale, area.width * scale, area.height * scale);
    }
}
