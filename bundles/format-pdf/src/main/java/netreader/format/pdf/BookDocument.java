package netreader.format.pdf;

import java.lang.ref.SoftReference;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;

/**
 * A document whose pages are looked up by counting, by PDFBox too: a page of a long book is found with a handful of
 * objects. One thread at a time.
 */
final class BookDocument extends PDDocument {
    private final SourceReader reader;
    private final DecodingBudget budget;
    private PageTree pages;
    // They hold the fonts, which are large.
    private SoftReference<GlyphMasks> glyphs = new SoftReference<>(new GlyphMasks());
    private ReadAhead readAhead;
    private Destinations destinations;
    private Bookmarks bookmarks;

    BookDocument(COSDocument document, SourceReader reader, AccessPermission permission, DecodingBudget budget) {
        super(document, reader, permission);
        this.reader = reader;
        this.budget = budget;
    }

    /** What the document's streams may become. */
    DecodingBudget budget() {
        return budget;
    }

    PageTree pageTree() {
        if (pages == null) {
            COSDictionary root = getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
            pages = new PageTree(root == null ? new COSDictionary() : root, this);
        }
        return pages;
    }

    /** Pictures of the document's glyphs. */
    GlyphMasks glyphs() {
        GlyphMasks known = glyphs.get();
        if (known == null) {
            known = new GlyphMasks();
            glyphs = new SoftReference<>(known);
        }
        return known;
    }

    /** What asks for the bytes of objects before they are used. */
    ReadAhead readAhead() {
        if (readAhead == null) {
            readAhead = new ReadAhead(getDocument(), reader);
        }
        return readAhead;
    }

    /** Where the destinations of links and bookmarks lead. */
    Destinations destinations() {
        if (destinations == null) {
            destinations = new Destinations(this);
        }
        return destinations;
    }

    /** The outline, as far as it has been read. */
    Bookmarks bookmarks() {
        if (bookmarks == null) {
            bookmarks = new Bookmarks(this);
        }
        return bookmarks;
    }

    @Override
    public PDPageTree getPages() {
        return pageTree();
    }

    @Override
    public PDPage getPage(int index) {
        return pageTree().get(index);
    }

    @Override
    public int getNumberOfPages() {
        return pageTree().getCount();
    }
}
