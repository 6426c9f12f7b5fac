package netreader.format.epub.layout;

import com.openhtmltopdf.bidi.BidiSplitter;
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
import java.util.Optional;
import java.util.Set;
import netreader.format.TextRun;
import netreader.format.epub.chapter.ChapterPart;
import netreader.format.epub.chapter.Positions;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Goes through the boxes of a layout in the order of the text and notes what stands where. */
final class PageCollector {
    private final ChapterPart part;
    private final RenderingContext context;
    private final BlockBox root;
    private final List<PageBox> pageBoxes;
    private final double scale;
    private final List<PageDraft> drafts = new ArrayList<>();
    private final Set<Element> seen = new HashSet<>();
    private int position;

    PageCollector(ChapterPart part, RenderingContext context, BlockBox root, PageStyle style) {
        this.part = part;
        this.context = context;
        this.root = root;
        this.pageBoxes = root.getLayer().getPages();
        this.scale = PartLayout.pointsPerDot(style);
        this.position = part.start();
    }

    PageContents collect() {
        int count = Math.max(1, pageBoxes.size());
        for (int i = 0; i < count; i++) {
            drafts.add(new PageDraft());
        }
        visit(root);
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
        int pageBefore = -1;
        int runsBefore = 0;
        Optional<PageBox> page = pageAt(line.getAbsY());
        if (page.isPresent()) {
            pageBefore = pageBoxes.indexOf(page.get());
            runsBefore = drafts.get(pageBefore).runs().size();
        }
        for (Box child : List.copyOf(line.getChildren())) {
            visitInline(child, line);
        }
        if (pageBefore >= 0 && drafts.get(pageBefore).runs().size() > runsBefore) {
            drafts.get(pageBefore).endLine();
        }
        for (Box child : List.copyOf(line.getNonFlowContent())) {
            visit(child);
        }
    }

    private void visitInline(Box box, LineBox line) {
        if (!(box instanceof InlineLayoutBox inline)) {
            visit(box);
            return;
        }
        enter(inline.getElement());
        for (Object child : List.copyOf(inline.getInlineChildren())) {
            if (child instanceof InlineText text) {
                if (inline.getPseudoElementOrClass() == null) {
                    addText(text, inline, line);
                }
            } else {
                visitInline((Box) child, line);
            }
        }
    }

    private void addText(InlineText text, InlineLayoutBox inline, LineBox line) {
        String shown = text.getSubstring();
        FontStack font = (FontStack) inline.getStyle().getFSFont(context);
        Spacing spacing = Spacing.of(text);
        boolean above = isAbove(inline);
        boolean backwards = text.getTextDirection() == BidiSplitter.RTL;
        float whole = backwards ? Letters.INSTANCE.width(font, shown, spacing.perSpace(), spacing.perLetter()) : 0;
        double left = inline.getAbsX() + text.getX();
        double top = line.getAbsY();
        double height = line.getHeight();
        float ascent = font.metrics().getAscent();
        double glyphTop = Math.min(inline.getAbsY() + inline.getBaseline() - (double) ascent, top + height - 1);
        double glyphHeight = ascent + font.metrics().getDescent();
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
        pageAt(area.y + area.height / 2)
                .ifPresent(
                        page -> drafts.get(pageBoxes.indexOf(page)).add(new TextRun(word, onPage(area, page), false)));
    }

    private static boolean isAbove(InlineLayoutBox inline) {
        for (Box box = inline; box != null; box = box.getParent()) {
            Element element = box.getElement();
            if (element != null) {
                return element.getAttribute("class").equals("netreader-rt");
            }
        }
        return false;
    }

    private Rectangle area(BlockBox block) {
        return block.getContentAreaEdge(block.getAbsX(), block.getAbsY(), context);
    }

    private void note(Rectangle area, int at) {
        pageAt(area.y + area.height / 2)
                .ifPresent(page -> drafts.get(pageBoxes.indexOf(page)).note(at));
    }

    private void link(Element element, Rectangle area) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            String target = each.getAttribute("href");
            if (each.getNodeName().equals("a") && !target.isBlank()) {
                pageAt(area.y + area.height / 2)
                        .ifPresent(page -> drafts.get(pageBoxes.indexOf(page)).link(onPage(area, page), target));
                return;
            }
        }
    }

    private Optional<PageBox> pageAt(int y) {
        if (pageBoxes.isEmpty() || y < 0) {
            return Optional.empty();
        }
        int index = root.getLayer().getPageIndex(y);
        return index < 0 || index >= pageBoxes.size() ? Optional.empty() : Optional.of(pageBoxes.get(index));
    }

    /** From the document's dots to the page's points. */
    private Rectangle2D onPage(Rectangle area, PageBox page) {
        double x = area.x
                + (double) page.getMarginBorderPadding(context, com.openhtmltopdf.css.style.CalculatedStyle.LEFT);
        double y = area.y
                - (double) page.getTop()
                + page.getMarginBorderPadding(context, com.openhtmltopdf.css.style.CalculatedStyle.TOP);
        return new Rectangle2D.Double(x * scale, y * scale, area.width * scale, area.height * scale);
    }
}
