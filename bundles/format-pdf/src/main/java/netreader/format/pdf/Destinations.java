package netreader.format.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/** Finds the pages to which destinations of a document lead. One thread at a time. */
final class Destinations {
    private final PDDocument document;
    private final IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();

    Destinations(PDDocument document) {
        this.document = document;
    }

    /** The page of a destination, or of an action that goes to one; empty if there is none in this document. */
    OptionalInt page(PDDestination destination, PDAction action) throws IOException {
        if (destination == null && action instanceof PDActionGoTo go) {
            return page(go.getDestination());
        }
        return page(destination);
    }

    private OptionalInt page(PDDestination destination) throws IOException {
        PDPageDestination target = null;
        if (destination instanceof PDNamedDestination named) {
            target = document.getDocumentCatalog().findNamedDestinationPage(named);
        } else if (destination instanceof PDPageDestination direct) {
            target = direct;
        }
        if (target == null) {
            return OptionalInt.empty();
        }
        int number = target.getPage() == null ? target.getPageNumber() : indexOf(target.getPage());
        return number >= 0 && number < document.getNumberOfPages() ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** All pages are numbered at once: PDFBox's own search goes through the page tree for each. */
    private int indexOf(PDPage page) {
        if (pages.isEmpty()) {
            int index = 0;
            for (PDPage each : document.getPages()) {
                pages.putIfAbsent(each.getCOSObject(), index++);
            }
        }
        return pages.getOrDefault(page.getCOSObject(), -1);
    }
}
