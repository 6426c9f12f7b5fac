package netreader.format.epub.chapter;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chapter in parts of bounded size. A position in it is the number of elements and of characters other than white
 * space in front of a place: it depends on nothing but the file.
 *
 * @param parts at least one
 * @param ids positions of the elements that can be linked to
 * @param linked references of the chapter's links, as they stand there
 */
public record Chapter(List<ChapterPart> parts, Map<String, Integer> ids, Set<String> linked) {
    public Chapter {
        parts = List.copyOf(parts);
    }
}
