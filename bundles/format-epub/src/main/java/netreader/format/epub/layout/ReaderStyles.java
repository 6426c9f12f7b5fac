package netreader.format.epub.layout;

import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.util.Locale;
import org.w3c.dom.Document;

/** Puts the reader's own style in front of the book's. */
final class ReaderStyles extends XhtmlNamespaceHandler {
    private static final String OWN = "netreader:style";

    private final PageStyle page;
    private final Sheets sheets;
    private final Agent agent;

    ReaderStyles(PageStyle page, Sheets sheets, Agent agent) {
        this.page = page;
        this.sheets = sheets;
        this.agent = agent;
    }

    @Override
    public StylesheetInfo[] getStylesheets(Document document) {
        StylesheetInfo[] ofBook = super.getStylesheets(document);
        StylesheetInfo[] all = new StylesheetInfo[ofBook.length + 1];
        StylesheetInfo own = new StylesheetInfo();
        own.setOrigin(StylesheetInfo.USER_AGENT);
        own.setMedia("all");
        own.setType("text/css");
        sheets.parse(own, OWN, style(), agent);
        all[0] = own;
        for (int i = 0; i < ofBook.length; i++) {
            parse(ofBook[i]);
            all[i + 1] = ofBook[i];
        }
        return all;
    }

    private void parse(StylesheetInfo sheet) {
        if (sheet.isInline()) {
            sheets.parse(sheet, agent.folder(), sheet.getContent(), agent);
        } else {
            String uri = agent.resolveURI(sheet.getUri());
            if (uri != null) {
                sheets.parse(sheet, uri, agent.css(uri), agent);
            }
        }
    }

    private String style() {
        return String.format(
                Locale.ROOT,
                """
                @page { size: %.2fpx %.2fpx; margin: %.2fpx; }
                html { %s }
                body { margin: 0; word-wrap: break-word; }
                p, li, dd, blockquote { orphans: 2; widows: 2; }
                h1, h2, h3, h4, h5, h6 { page-break-after: avoid; page-break-inside: avoid; }
                h1 { font-size: 1.6em } h2 { font-size: 1.35em } h3 { font-size: 1.15em }
                img, svg { max-width: 100%%; max-height: %.2fpx; border: 0; page-break-inside: avoid; }
                svg { display: inline-block; }
                figure { margin: 1em 0; }
                figcaption, summary { display: block; }
                pre { white-space: pre-wrap; font-size: 0.85em; }
                sup { vertical-align: super; font-size: 0.7em; line-height: 1; }
                sub { vertical-align: sub; font-size: 0.7em; line-height: 1; }
                a[href] { color: #1a4f9c; text-decoration: none; }
                td, th { padding: 1px 3px; vertical-align: top; }
                table { max-width: 100%%; -fs-table-paginate: paginate; }
                blockquote { margin: 1em 1.5em; }
                ol, ul, dd { margin-left: 0; } ol, ul { padding-left: 1.8em; } dd { margin-left: 1.8em; }
                [hidden], rp { display: none; }
                [dir=rtl] { direction: rtl; } [dir=ltr] { direction: ltr; }
                .netreader-ruby { display: inline-block; text-align: center; text-indent: 0; line-height: 1; }
                .netreader-rt { display: block; font-size: 50%%; line-height: 1.1; }
                """,
                page.width(),
                page.height(),
                page.margin(),
                page.family().isEmpty() ? "" : "font-family: " + page.family() + ";",
                page.contentHeight());
    }
}
