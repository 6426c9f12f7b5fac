package netreader.format.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netreader.format.Link;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Reads the links of a page: to pages of the document and to URIs. */
final class PageLinks {
    private PageLinks() {}

    static List<Link> of(PDDocument document, int page) throws IOException {
        PDPage from = document.getPage(page);
        PageGeometry geometry = PageGeometry.of(from);
        Destinations destinations = new Destinations(document);
        List<Link> links = new ArrayList<>();
        for (PDAnnotation annotation : from.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link && link.getRectangle() != null) {
                target(link, destinations)
                        .ifPresent(target -> links.add(new Link(geometry.seen(link.getRectangle()), target)));
            }
        }
        return links;
    }

    private static Optional<Link.Target> target(PDAnnotationLink link, Destinations destinations) throws IOException {
        if (link.getAction() instanceof PDActionURI uri) {
            return Optional.ofNullable(uri.getURI()).map(Link.ToUri::new);
        }
        OptionalInt page = destinations.page(link.getDestination(), link.getAction());
        return page.isPresent() ? Optional.of(new Link.ToAnchor(page.getAsInt())) : Optional.empty();
    }
}
