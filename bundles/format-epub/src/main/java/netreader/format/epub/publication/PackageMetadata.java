package netreader.format.epub.publication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netreader.format.BookMetadata;
import org.jsoup.nodes.Element;

/** What a package document says of the book, in Dublin Core. */
final class PackageMetadata {
    /** Longer texts are no facts that fit a line. */
    private static final int LONGEST_VALUE = 4000;

    /** For each title the whole document is looked through. */
    private static final int MOST_TITLES = 20;

    /** What is worth showing, and how it is called. */
    private static final List<Map.Entry<String, String>> DETAILS = List.of(
            Map.entry("publisher", "Publisher"),
            Map.entry("date", "Date"),
            Map.entry("subject", "Subject"),
            Map.entry("description", "Description"),
            Map.entry("contributor", "Contributor"),
            Map.entry("identifier", "Identifier"),
            Map.entry("source", "Source"),
            Map.entry("rights", "Rights"));

    private PackageMetadata() {}

    static BookMetadata of(Element root) {
        Element metadata = Tags.first(root, "metadata").orElse(root);
        List<BookMetadata.Detail> details = new ArrayList<>();
        for (Map.Entry<String, String> detail : DETAILS) {
            Set<String> values = values(metadata, detail.getKey());
            if (!values.isEmpty()) {
                details.add(new BookMetadata.Detail(detail.getValue(), String.join("; ", values)));
            }
        }
        return new BookMetadata(
                title(root, metadata),
                List.copyOf(values(metadata, "creator")),
                values(metadata, "language").stream().findFirst(),
                details);
    }

    /** Of several titles the one that is the main one, else the first. */
    private static Optional<String> title(Element root, Element metadata) {
        List<Element> titles = Tags.all(metadata, "title").stream()
                .filter(each -> !text(each).isEmpty())
                .limit(MOST_TITLES)
                .toList();
        Optional<Element> main = titles.stream()
                .filter(each -> refinement(root, each, "title-type").equals("main"))
                .findFirst();
        return main.or(() -> titles.stream().findFirst()).map(PackageMetadata::text);
    }

    private static Set<String> values(Element metadata, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (Element element : Tags.all(metadata, name)) {
            String text = text(element);
            if (!text.isEmpty() && text.length() <= LONGEST_VALUE) {
                values.add(text);
            }
        }
        return values;
    }

    /** Descriptions often hold HTML in escapes, which is nothing to show. */
    private static String text(Element element) {
        return element.text()
                .replaceAll("<[^<>]{0,200}>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String refinement(Element root, Element element, String property) {
        String id = "#" + element.attr("id");
        return Tags.all(root, "meta").stream()
                .filter(meta ->
                        meta.attr("refines").equals(id) && meta.attr("property").equals(property))
                .findFirst()
                .map(Element::text)
                .orElse("");
    }

    /** A property of the whole book, in the way of EPUB 3 or 2; empty text if there is none. */
    static String property(Element root, String name) {
        return Tags.all(root, "meta").stream()
                .filter(meta -> meta.attr("refines").isEmpty())
                .filter(meta -> meta.attr("property").strip().equals(name)
                        || meta.attr("name").strip().equals(name))
                .findFirst()
                .map(meta -> meta.hasAttr("property") ? meta.text() : meta.attr("content"))
                .orElse("")
                .strip();
    }
}
