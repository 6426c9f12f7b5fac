package netreader.format.epub.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads tables of contents: the navigation document of EPUB 3 and the NCX of EPUB 2. */
final class Contents {
    private static final int MOST_POINTS = 50_000;
    private static final int DEEPEST = 20;

    private final String path;
    private final List<NavPoint> points = new ArrayList<>();

    private Contents(String path) {
        this.path = path;
    }

    /** @param path of the document, on which its references build */
    static List<NavPoint> ofNavigation(Document document, String path) {
        List<Element> navs = Tags.all(document, "nav");
        Optional<Element> toc = navs.stream()
                .filter(nav -> Tags.hasWord(Tags.attribute(nav, "type"), "toc"))
                .findFirst()
                .or(() -> navs.stream()
                        .filter(nav -> nav.attr("role").equals("doc-toc"))
                        .findFirst())
                .or(() -> navs.stream()
                        .filter(nav -> Tags.attribute(nav, "type").isEmpty())
                        .findFirst());
        Contents contents = new Contents(path);
        toc.flatMap(nav -> Tags.first(nav, "ol")).ifPresent(list -> contents.addList(list, 0, 0));
        return contents.points;
    }

    static List<NavPoint> ofNcx(Document document, String path) {
        Contents contents = new Contents(path);
        Tags.first(document, "navMap").ifPresent(map -> contents.addPoints(map, 0));
        return contents.points;
    }

    private void addList(Element list, int level, int depth) {
        for (Element item : Tags.children(list, "li")) {
            Optional<Element> label = Tags.child(item, "a")
                    .or(() -> item.children().stream()
                            .filter(each -> !Tags.is(each, "ol"))
                            .findFirst());
            boolean leads = label.flatMap(element -> Tags.first(element, "a")).isPresent();
            if (leads) {
                add(title(label.get()), level, reference(label.get()));
            }
            if (depth < DEEPEST) {
                // A heading is no entry, and what stands below it is not one level down.
                Tags.children(item, "ol").forEach(inner -> addList(inner, leads ? level + 1 : level, depth + 1));
            }
        }
    }

    /** Of a preview some entries lead nowhere, since there is no such chapter. */
    private static String reference(Element label) {
        return Tags.first(label, "a").map(a -> a.attr("href")).orElse("");
    }

    /** An entry may be a picture with an alternative text. */
    private static String title(Element element) {
        String text = element.text().strip();
        if (!text.isEmpty()) {
            return text;
        }
        return Tags.first(element, "img")
                .map(picture -> picture.attr("alt").strip())
                .orElse(element.attr("title").strip());
    }

    private void addPoints(Element parent, int level) {
        for (Element point : Tags.children(parent, "navPoint")) {
            String title = Tags.child(point, "navLabel").map(Element::text).orElse("");
            String source =
                    Tags.child(point, "content").map(each -> each.attr("src")).orElse("");
            add(title.strip(), level, source);
            if (level < DEEPEST) {
                addPoints(point, level + 1);
            }
        }
    }

    private void add(String title, int level, String reference) {
        if (points.size() < MOST_POINTS && !title.isEmpty()) {
            Optional<Href> target = reference.isBlank() ? Optional.empty() : Href.resolve(path, reference);
            points.add(new NavPoint(title, level, target));
        }
    }
}
