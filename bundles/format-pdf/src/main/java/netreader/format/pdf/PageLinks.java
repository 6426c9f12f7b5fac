package netreader.format.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netreader.format.Link;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;

/** Reads the links of a page: to pages of the document and to URIs. Links to other files lead nowhere. */
final class PageLinks {
    private PageLinks() {}

    static List<Link> of(BookDocument document, int page) {
        PDPage from = document.getPage(page);
        COSArray annotations = from.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            return List.of();
        }
        document.readAhead().objects(annotations);
        PageGeometry geometry = PageGeometry.of(from);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary link
                    && COSName.getPDFName("Link").equals(link.getCOSName(COSName.SUBTYPE))) {
                COSArray area = link.getCOSArray(COSName.RECT);
                if (area != null && area.size() >= 4) {
                    target(document, link)
                            .ifPresent(target -> links.add(new Link(geometry.seen(new PDRectangle(area)), target)));
                }
            }
        }
        return links;
    }

    private static Optional<Link.Target> target(BookDocument document, COSDictionary link) {
        COSDictionary action = link.getCOSDictionary(COSName.A);
        if (action != null && COSName.URI.equals(action.getCOSName(COSName.S))) {
            return Optional.ofNullable(new PDActionURI(action).getURI()).map(Link.ToUri::new);
        }
        OptionalInt page = document.destinations().page(link);
        return page.isPresent() ? Optional.of(new Link.ToAnchor(page.getAsInt())) : Optional.empty();
    }
}
