package netreader.ui.flowing;

import netreader.ui.book.PageScroller;

/** What of a page is to stand at the upper edge of the screen when the page comes. Event thread. */
final class PageGoal {
    private final LineMemory memory;
    private PageScroller.Landing landing = PageScroller.Landing.TOP;

    /** Empty for no heading. */
    private String heading = "";

    /** Whether the anchor that is waited for may lie in the middle of its page. */
    private boolean within = true;

    /** Whether the book goes on where it was left, and was not sent elsewhere. */
    private boolean goesOn = true;

    PageGoal(LineMemory memory) {
        this.memory = memory;
    }

    PageScroller.Landing landing() {
        return landing;
    }

    /** The page's beginning, or its end on the lower edge. */
    void edge(PageScroller.Landing newLanding) {
        landing = newLanding;
        reached();
    }

    /** A heading on it. */
    void heading(String title) {
        edge(PageScroller.Landing.TOP);
        heading = title;
    }

    /** About where the anchor lies. */
    void anchor() {
        edge(PageScroller.Landing.TOP);
        within = true;
    }

    /** The page is here; whatever comes of it later begins at its edge. */
    void reached() {
        heading = "";
        within = false;
        goesOn = false;
    }

    /**
     * @param anchor that was asked for
     * @param pageBytes that a page has about
     * @return an offset in the page's text, or {@link TextSheet#END}
     */
    int offset(TextPages.Arrived here, long anchor, int pageBytes) {
        if (landing == PageScroller.Landing.BOTTOM) {
            return TextSheet.END;
        }
        if (!heading.isEmpty()) {
            return here.text().paragraphs().stream()
                    .filter(paragraph -> here.text().text(paragraph).equals(heading))
                    .mapToInt(PageText.Paragraph::start)
                    .findFirst()
                    .orElse(0);
        }
        if (!within || anchor <= here.page().anchor()) {
            return goesOn ? memory.left(here) : 0;
        }
        double part = (anchor - here.page().anchor()) / (double) pageBytes;
        return (int) Math.round(Math.min(1, part) * here.text().text().length());
    }
}
