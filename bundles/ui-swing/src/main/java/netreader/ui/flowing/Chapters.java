package netreader.ui.flowing;

import netreader.client.Contents;

/** Which chapter a page belongs to. */
final class Chapters {
    private Chapters() {}

    /**
     * The title of the first entry on the page, or of the one under which it lies; empty before the first.
     *
     * @param page from 0
     */
    static String at(Contents contents, int page) {
        String title = "";
        int titled = -1;
        for (Contents.Entry entry : contents.entries()) {
            if (entry.page() > page) {
                break;
            }
            if (titled < page) {
                title = entry.title().strip();
                titled = entry.page();
            }
        }
        return title;
    }
}
