package netreader.format.epub.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netreader.format.BookMetadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The package document (OPF): which files a book has, in which order they are read, and what it says of itself. */
final class PackageDocument {
    /** So often one file may stand in the spine. */
    private static final int MOST_TIMES = 10;

    private final Element root;
    private final Map<String, ManifestItem> items = new LinkedHashMap<>();
    private final boolean fixed;

    /** @param path of the document in the archive */
    PackageDocument(Document document, String path) {
        root = Tags.first(document, "package").orElse(document);
        Tags.first(root, "manifest")
                .ifPresent(manifest -> Tags.children(manifest, "item").forEach(item -> addItem(item, path)));
        fixed = PackageMetadata.property(root, "rendition:layout").equals("pre-paginated")
                || PackageMetadata.property(root, "fixed-layout").equals("true");
    }

    private void addItem(Element item, String path) {
        Href.resolve(path, item.attr("href"))
                .ifPresent(href -> items.putIfAbsent(
                        item.attr("id").strip(),
                        new ManifestItem(
                                item.attr("id").strip(),
                                href.path(),
                                item.attr("media-type")
                                        .replaceAll(";.*", "")
                                        .strip()
                                        .toLowerCase(Locale.ROOT),
                                item.attr("properties"),
                                item.attr("fallback").strip())));
    }

    BookMetadata metadata() {
        return PackageMetadata.of(root);
    }

    /** What identifies the book, of which keys of fonts are made; empty text if it does not say. */
    String identifier() {
        String id = root.attr("unique-identifier").strip();
        return Tags.all(root, "identifier").stream()
                .filter(each -> id.isEmpty() || each.attr("id").strip().equals(id))
                .findFirst()
                .map(Element::text)
                .orElse("");
    }

    List<ManifestItem> items() {
        return List.copyOf(items.values());
    }

    /** The files in reading order. A file may be read again, but not without end. A book without a usable spine is read in the order of its manifest. */
    List<SpineItem> spine() {
        List<SpineItem> spine = new ArrayList<>();
        Map<ManifestItem, Integer> times = new HashMap<>();
        Tags.first(root, "spine").ifPresent(element -> {
            for (Element reference : Tags.children(element, "itemref")) {
                shown(reference.attr("idref").strip())
                        .filter(item -> times.merge(item, 1, Integer::sum) <= MOST_TIMES)
                        .ifPresent(item -> spine.add(new SpineItem(item, fixed(reference.attr("properties")))));
            }
        });
        if (spine.isEmpty()) {
            items.values().stream()
                    .filter(item -> item.isChapter() && !item.isSvg() && !item.has("nav"))
                    .forEach(item -> spine.add(new SpineItem(item, fixed)));
        }
        return spine;
    }

    /** The item itself or the first of its fallbacks that can be shown. */
    private Optional<ManifestItem> shown(String id) {
        Set<String> seen = new HashSet<>();
        ManifestItem item = items.get(id);
        while (item != null && seen.add(item.id())) {
            if (item.isChapter() || item.isPicture()) {
                return Optional.of(item);
            }
            item = items.get(item.fallback());
        }
        return Optional.ofNullable(items.get(id)).filter(each -> each.path().matches("(?i).*\\.x?html?"));
    }

    private boolean fixed(String properties) {
        return fixed
                ? !Tags.hasWord(properties, "rendition:layout-reflowable")
                : Tags.hasWord(properties, "rendition:layout-pre-paginated");
    }

    boolean isRightToLeft() {
        return Tags.first(root, "spine")
                .map(spine -> spine.attr("page-progression-direction").strip().equals("rtl"))
                .orElse(false);
    }

    /** The table of contents of EPUB 3. */
    Optional<ManifestItem> navigation() {
        return items.values().stream().filter(item -> item.has("nav")).findFirst();
    }

    /** The table of contents of EPUB 2. */
    Optional<ManifestItem> ncx() {
        String named = Tags.first(root, "spine")
                .map(spine -> spine.attr("toc").strip())
                .orElse("");
        return Optional.ofNullable(items.get(named))
                .or(() -> items.values().stream()
                        .filter(item -> item.mediaType().equals("application/x-dtbncx+xml")
                                || item.path().endsWith(".ncx"))
                        .findFirst());
    }

    /** The picture that is the cover: a property in EPUB 3, a custom before, a name where there is neither. */
    Optional<ManifestItem> cover() {
        String named = Tags.all(root, "meta").stream()
                .filter(meta -> meta.attr("name").equalsIgnoreCase("cover"))
                .map(meta -> meta.attr("content").strip())
                .findFirst()
                .orElse("");
        return items.values().stream()
                .filter(item -> item.has("cover-image"))
                .findFirst()
                .or(() -> Optional.ofNullable(items.get(named)).filter(ManifestItem::isPicture))
                .or(() -> items.values().stream()
                        .filter(item -> item.isPicture() && item.id().equalsIgnoreCase("cover-image"))
                        .findFirst());
    }

    /** The page that the guide calls the cover. */
    Optional<Href> coverPage(String path) {
        return Tags.all(root, "reference").stream()
                .filter(each -> each.attr("type").equalsIgnoreCase("cover"))
                .findFirst()
                .flatMap(each -> Href.resolve(path, each.attr("href")));
    }
}
