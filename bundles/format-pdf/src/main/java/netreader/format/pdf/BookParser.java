package netreader.format.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Parses a document and, later, each object of it at its first use. Of a document that is not searched for what is left
 * of it, it remembers whether an object was not where the document says: PDFBox goes on without such objects.
 */
final class BookParser extends PDFParser {
    private final SourceReader reader;
    private final DecodingBudget budget = new DecodingBudget();
    private boolean damageSeen;
    private RandomAccessReadView lastView;

    BookParser(SourceReader reader, String password) throws IOException {
        super(reader, password);
        this.reader = reader;
    }

    /** Whether an object was found damaged since the last call. */
    boolean takeDamage() {
        boolean taken = damageSeen;
        damageSeen = false;
        return taken;
    }

    @Override
    protected PDDocument createDocument() throws IOException {
        return new BookDocument(document, reader, getAccessPermission(), budget);
    }

    @Override
    public RandomAccessReadView createRandomAccessReadView(long startPosition, long streamLength) throws IOException {
        lastView = super.createRandomAccessReadView(startPosition, streamLength);
        return lastView;
    }

    /** The same stream, with a budget. */
    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream parsed = super.parseCOSStream(dictionary);
        COSStream bounded = new BoundedStream(lastView, budget);
        parsed.forEach(bounded::setItem);
        bounded.setKey(parsed.getKey());
        return bounded;
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject reference) throws IOException {
        try {
            COSBase object = super.dereferenceCOSObject(reference);
            CidWidths.bound(object);
            return object;
        } catch (IOException e) {
            if (isLenient() || reader.failure().isPresent() || e instanceof DecodingBudget.Exceeded) {
                throw e;
            }
            return leniently(reference);
        }
    }

    /** Objects that merely end badly are common, and no reason to read the whole file. */
    private COSBase leniently(COSObject reference) throws IOException {
        lenient(true);
        try {
            return super.dereferenceCOSObject(reference);
        } catch (IOException e) {
            damageSeen = true;
            throw e;
        } finally {
            lenient(false);
        }
    }

    /** PDFBox lets it be chosen only before the first object was parsed. */
    private void lenient(boolean lenient) {
        boolean done = initialParseDone;
        initialParseDone = false;
        setLenient(lenient);
        initialParseDone = done;
    }
}
