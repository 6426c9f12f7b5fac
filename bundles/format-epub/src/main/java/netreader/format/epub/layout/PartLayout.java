package netreader.format.epub.layout;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.layout.BoxBuilder;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.NullUserInterface;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.render.ViewportBox;
import com.openhtmltopdf.render.displaylist.DisplayListCollector;
import com.openhtmltopdf.render.displaylist.DisplayListContainer;
import com.openhtmltopdf.render.displaylist.DisplayListPainter;
import com.openhtmltopdf.util.ThreadCtx;
import com.openhtmltopdf.util.XRLog;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.concurrent.CancellationException;
import netreader.format.Work;
import netreader.format.epub.chapter.ChapterPart;

/** A part of a chapter, laid out to pages. One thread at a time. */
public final class PartLayout {
    private static final FontContext FONT_CONTEXT = new FontContext() {};

    /** Of the layout's modes of paging: pages one below the other. */
    private static final short PAGES_BELOW = Layer.PAGED_MODE_PRINT;

    private final SharedContext shared = new SharedContext();
    private final Resources resources;
    private final PageStyle style;
    private final ChapterPart part;
    private final BlockBox root;
    private PageContents contents;
    private DisplayListContainer displayList;

    static {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Lays a part out, which takes milliseconds for each page.
     *
     * @param path of the chapter in the book
     * @throws CancellationException if the work was cancelled
     * @throws RuntimeException if the layout does not get along with it
     */
    public PartLayout(ChapterPart part, String path, PageStyle style, BookLayout book, Work work) {
        this.part = part;
        this.style = style;
        this.resources = book.resources();
        Agent agent = new Agent(resources, path);
        shared.registerWithThread();
        try {
            shared.setUserAgentCallback(agent);
            shared.setCss(new BoundedPages(agent, work));
            shared.setFontResolver(book.fonts());
            shared.setReplacedElementFactory(new PictureFactory(part, resources, style));
            shared.setTextRenderer(Letters.INSTANCE);
            shared.setLineBreaker(new LineEnds(work));
            shared.setDPI(96f * Dots.PER_PIXEL);
            shared.setDotsPerPixel(Dots.PER_PIXEL);
            shared.setPrint(true);
            shared.setInteractive(false);
            shared.setDefaultPageSize((float) (style.width() / 96), (float) (style.height() / 96), true);
            shared.setBaseURL(agent.getBaseURL());
            ReaderStyles styles = new ReaderStyles(style, book.sheets(), agent);
            shared.setNamespaceHandler(styles);
            shared.getCss().setDocumentContext(shared, styles, part.document(), new NullUserInterface());
            book.fonts().embedded().add(shared.getCss().getFontFaceRules(), agent);
            root = layout();
        } finally {
            leaveThread();
        }
    }

    private BlockBox layout() {
        LayoutContext context = shared.newLayoutContextInstance();
        context.setFontContext(FONT_CONTEXT);
        context.setBidiSplitterFactory(Directions::new);
        context.setBidiReorderer(new Directions.Unchanged());
        BlockBox box = BoxBuilder.createRootBox(context, part.document());
        PageBox first = Layer.createPageBox(context, "first");
        box.setContainingBlock(
                new ViewportBox(new Rectangle(0, 0, first.getContentWidth(context), first.getContentHeight(context))));
        box.layout(context);
        Layer layer = box.getLayer();
        layer.trimEmptyPages(context, layer.getPaintingDimension(context).height);
        layer.layoutPages(context);
        return box;
    }

    /** The layout keeps what it works with in the thread, which may be anybody's. */
    private static void leaveThread() {
        ThreadCtx.cleanup();
    }

    /** What stands on the pages. */
    public PageContents contents() {
        if (contents == null) {
            contents = collected(true);
        }
        return contents;
    }

    /** Where each page begins, which is known sooner than what stands on it. */
    public int[] firsts() {
        return collected(false).pages().stream()
                .mapToInt(PageContents.Page::first)
                .toArray();
    }

    private PageContents collected(boolean withText) {
        shared.registerWithThread();
        try {
            return new PageCollector(part, renderingContext(), root, style, withText).collect();
        } finally {
            leaveThread();
        }
    }

    /**
     * Paints a page.
     *
     * @param page within the part
     * @param graphics in points, with a clip; its origin is the page's top left corner
     */
    public void paint(int page, Graphics2D graphics) {
        List<PageBox> pages = root.getLayer().getPages();
        if (page >= pages.size()) {
            return;
        }
        shared.registerWithThread();
        try {
            double scale = pointsPerDot(style);
            graphics.scale(scale, scale);
            Brush brush = new Brush(graphics, resources);
            RenderingContext context = renderingContext();
            context.setOutputDevice(brush);
            if (displayList == null) {
                displayList = new DisplayListCollector(pages).collectRoot(context, root.getLayer());
            }
            paint(context, brush, page, pages.get(page));
        } finally {
            leaveThread();
        }
    }

    private void paint(RenderingContext context, Brush brush, int number, PageBox page) {
        context.setPage(number, page);
        PageColor.of(root).ifPresent(color -> {
            brush.setColor(color);
            brush.fillRect(0, 0, Dots.of(style.width()), Dots.of(style.height()));
        });
        int top = page.getMarginBorderPadding(context, CalculatedStyle.TOP) - page.getPaintingTop();
        int left = page.getMarginBorderPadding(context, CalculatedStyle.LEFT);
        brush.pushTransformLayer(AffineTransform.getTranslateInstance(left, top));
        // Backgrounds may stick out into the margin, the next page's text must not.
        brush.pushClip(
                new Rectangle(-left, page.getPaintingTop(), Dots.of(style.width()), page.getContentHeight(context)));
        new DisplayListPainter().paint(context, displayList.getPageInstructions(number));
        brush.popClip();
        brush.popTransformLayer();
    }

    private RenderingContext renderingContext() {
        RenderingContext context = shared.newRenderingContextInstance();
        context.setFontContext(FONT_CONTEXT);
        context.setBidiReorderer(new Directions.Unchanged());
        context.setRootLayer(root.getLayer());
        context.setFastRenderer(true);
        root.getLayer().assignPagePaintingPositions(context, PAGES_BELOW);
        context.setPageCount(root.getLayer().getPages().size());
        return context;
    }

    static double pointsPerDot(PageStyle style) {
        return 0.75 * style.scale() / Dots.PER_PIXEL;
    }
}
