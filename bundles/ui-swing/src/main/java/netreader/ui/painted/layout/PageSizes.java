package netreader.ui.painted.layout;

import netreader.format.PageSize;

/** The sizes of a book's pages as far as they are known; the others are taken to be like the first that was. One thread. */
public final class PageSizes {
    private static final PageSize A4 = new PageSize(595, 842);

    private final PageSize[] known;
    private PageSize assumed = A4;
    private boolean anyKnown;

    public PageSizes(int pages) {
        known = new PageSize[pages];
    }

    public int count() {
        return known.length;
    }

    /** The size of a page, or what it is taken to be. */
    public PageSize of(int page) {
        PageSize size = known[page];
        return size == null ? assumed : size;
    }

    public boolean isKnown(int page) {
        return known[page] != null;
    }

    /** @return whether pages have other sizes now than they were taken to have */
    public boolean put(int page, PageSize size) {
        if (size.equals(known[page])) {
            return false;
        }
        boolean different = !size.equals(of(page));
        // The same object for pages of the same size, which makes it cheap to see that they are.
        known[page] = different ? size : of(page);
        if (!anyKnown) {
            anyKnown = true;
            assumed = known[page];
        }
        return different;
    }
}
