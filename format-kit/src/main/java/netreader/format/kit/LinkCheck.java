package netreader.format.kit;

import java.util.List;
import netreader.format.Link;
import netreader.format.PaintedBook;

/** Whether links are where they can be clicked, and lead somewhere. */
final class LinkCheck {
    private LinkCheck() {}

    static void leadInside(Subject subject) throws Exception {
        subject.with(any -> {
            PaintedBook book = (PaintedBook) any;
            for (int page : Subject.somePages(book)) {
                List<Link> links = book.links(page);
                Broken.unless(links != null, "links(%d) answered null; a page without links has none", page);
                for (Link link : links) {
                    if (link.target() instanceof Link.ToAnchor target) {
                        Places.requireInside(book, target.anchor(), "A link on page " + page);
                    } else if (link.target() instanceof Link.ToUri target) {
                        Broken.unless(!target.uri().isBlank(), "A link on page %d leads to no address", page);
                    }
                }
            }
            return null;
        });
    }
}
