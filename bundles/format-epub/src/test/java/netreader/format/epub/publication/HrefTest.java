package netreader.format.epub.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HrefTest {
    private static Optional<Href> resolved(String reference) {
        return Href.resolve("OEBPS/text/one.xhtml", reference);
    }

    private static Optional<Href> href(String path, String fragment) {
        return Optional.of(new Href(path, fragment));
    }

    @Test
    void referencesBuildOnTheFileInWhichTheyStand() {
        assertEquals(href("OEBPS/text/two.xhtml", "id"), resolved("two.xhtml#id"));
        assertEquals(href("OEBPS/pictures/a.png", ""), resolved("../pictures/./a.png"));
        assertEquals(href("OEBPS/text/one.xhtml", "note"), resolved("#note"));
        assertEquals(href("top.css", ""), resolved("/top.css"));
    }

    @Test
    void escapesAreLetters() {
        assertEquals(href("OEBPS/text/草 枕.xhtml", ""), resolved("%E8%8D%89%20枕.xhtml"));
        assertEquals(href("OEBPS/text/100%.xhtml", "a%zz"), resolved("100%.xhtml#a%zz"));
    }

    @Test
    void nothingLeadsAboveTheArchive() {
        assertEquals(href("etc/passwd", ""), resolved("../../../../etc/passwd"));
    }

    @Test
    void otherPlacesAreNotInTheBook() {
        assertEquals(Optional.empty(), resolved("https://example.org/a"));
        assertEquals(Optional.empty(), resolved("//example.org/a"));
        assertEquals(Optional.empty(), resolved("mailto:a@example.org"));
        assertEquals(Optional.empty(), resolved("file:///etc/passwd"));
    }
}
