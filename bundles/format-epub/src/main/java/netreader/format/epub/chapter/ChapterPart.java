package netreader.format.epub.chapter;

import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A part of a chapter that is laid out by itself.
 *
 * @param document XHTML
 * @param positions where in the chapter each element begins that begins in this part; see {@link Chapter}
 * @param drawings the source of each {@code svg} element, which is empty in the document
 * @param start position of the part's first character or element
 */
public record ChapterPart(
        Document document, Map<Element, Integer> positions, Map<Element, String> drawings, int start) {
    /** Whether a line ends where the element begins. */
    public static boolean isBlock(Element element) {
        return ChapterReader.BLOCKS.contains(element.getNodeName())
                || element.getNodeName().equals("br")
                || element.getNodeName().equals("td");
    }
}
