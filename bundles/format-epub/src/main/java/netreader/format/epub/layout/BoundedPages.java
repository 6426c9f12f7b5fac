package netreader.format.epub.layout;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.css.newmatch.PageInfo;
import com.openhtmltopdf.extend.UserAgentCallback;
import netreader.format.Work;

/**
 * Ends a layout that makes more pages than its text can need: one box that is placed a million pages further down would
 * fill the memory with empty ones.
 */
final class BoundedPages extends StyleReference {
    /** More than a part has paragraphs. */
    private static final int MOST = 20_000;

    private final Work work;
    private int made;

    BoundedPages(UserAgentCallback agent, Work work) {
        super(agent);
        this.work = work;
    }

    /** Asked for each page that is made. */
    @Override
    public PageInfo getPageStyle(String name, String pseudoPage) {
        LineEnds.requireWanted(work);
        made++;
        if (made > MOST) {
            throw new IllegalStateException("More than " + MOST + " pages");
        }
        return super.getPageStyle(name, pseudoPage);
    }
}
