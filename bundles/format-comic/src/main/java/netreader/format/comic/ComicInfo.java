package netreader.format.comic;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.ReadingDirection;
import netreader.format.archive.Archive;
import netreader.format.archive.Xml;

/**
 * What ComicInfo.xml says of a comic, as far as it can be read.
 *
 * @param cover the page that is the cover, from 0
 */
record ComicInfo(BookMetadata metadata, ReadingDirection direction, Optional<Integer> cover) {
    private static final ComicInfo NONE =
            new ComicInfo(BookMetadata.NONE, ReadingDirection.LEFT_TO_RIGHT, Optional.empty());

    /** Longer texts are no titles or names. */
    private static final int LONGEST_VALUE = 2000;

    /** Those of thick volumes have some 100 KB. */
    private static final int MOST_BYTES = 4 << 20;

    private static final List<String> MAKERS = List.of("Writer", "Penciller");
    private static final List<String> DETAILS = List.of(
            "Series", "Number", "Volume", "Publisher", "Year", "Genre", "Inker", "Colorist", "Translator", "Summary");

    static ComicInfo of(Archive archive) {
        Map<String, String> values = new LinkedHashMap<>();
        int[] cover = {-1};
        Optional<Archive.Entry> entry = archive.entries().stream()
                .filter(each -> each.fileName().equalsIgnoreCase("ComicInfo.xml"))
                .findFirst();
        if (entry.isEmpty()) {
            return NONE;
        }
        try {
            byte[] bytes = archive.bytes(entry.get(), "The comic's description", MOST_BYTES);
            read(new ByteArrayInputStream(bytes), values, cover);
        } catch (XMLStreamException | FormatException | RuntimeException e) {
            // What was read before the damage is still true.
        }
        return new ComicInfo(
                metadata(values), direction(values), cover[0] < 0 ? Optional.empty() : Optional.of(cover[0]));
    }

    private static void read(InputStream in, Map<String, String> values, int[] cover) throws XMLStreamException {
        XMLStreamReader xml = Xml.reader(in);
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("Page") && "FrontCover".equals(xml.getAttributeValue(null, "Type"))) {
                    cover[0] = cover[0] < 0 ? index(xml.getAttributeValue(null, "Image")) : cover[0];
                }
                if (depth == 1 && !name.equals("Pages")) {
                    String text = xml.getElementText().strip();
                    if (!text.isEmpty() && text.length() <= LONGEST_VALUE) {
                        values.putIfAbsent(name, text);
                    }
                } else {
                    depth++;
                }
            }
        }
    }

    /** Below zero if it is none. */
    private static int index(String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static BookMetadata metadata(Map<String, String> values) {
        Set<String> authors = new LinkedHashSet<>();
        for (String maker : MAKERS) {
            Arrays.stream(values.getOrDefault(maker, "").split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(authors::add);
        }
        List<BookMetadata.Detail> details = new ArrayList<>();
        for (String name : DETAILS) {
            Optional.ofNullable(values.get(name)).ifPresent(value -> details.add(new BookMetadata.Detail(name, value)));
        }
        return new BookMetadata(
                title(values), List.copyOf(authors), Optional.ofNullable(values.get("LanguageISO")), details);
    }

    private static ReadingDirection direction(Map<String, String> values) {
        return "YesAndRightToLeft".equals(values.get("Manga"))
                ? ReadingDirection.RIGHT_TO_LEFT
                : ReadingDirection.LEFT_TO_RIGHT;
    }

    private static Optional<String> title(Map<String, String> values) {
        Optional<String> series = Optional.ofNullable(values.get("Series"))
                .map(name -> values.containsKey("Number") ? name + " " + values.get("Number") : name);
        return Optional.ofNullable(values.get("Title")).or(() -> series);
    }
}
