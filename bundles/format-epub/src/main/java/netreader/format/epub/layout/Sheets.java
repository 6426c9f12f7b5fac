package netreader.format.epub.layout;

import com.openhtmltopdf.context.StylesheetFactoryImpl;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import java.io.StringReader;
import java.util.Map;

/** Style sheets that were parsed: all chapters of a book use the same few. One thread at a time. */
final class Sheets {
    private static final int KEPT = 16;

    /** In characters; what was parsed takes many times as much. */
    private static final int LONGEST_KEPT = 200_000;

    private final Map<String, Stylesheet> kept = new Recent<>(KEPT);

    /**
     * Makes of a sheet one that need not be read and parsed any more.
     *
     * @param uri on which references in the sheet build
     */
    void parse(StylesheetInfo sheet, String uri, String css, Agent agent) {
        sheet.setUri(uri);
        sheet.setContent(null); // or else it would be parsed again
        String key = uri + "\n" + sheet.getOrigin() + "\n" + css;
        Stylesheet known = kept.get(key);
        if (known == null) {
            known = new StylesheetFactoryImpl(agent).parse(new StringReader(css), sheet);
            if (css.length() <= LONGEST_KEPT) {
                kept.put(key, known);
            }
        }
        sheet.setStylesheet(known);
    }
}
