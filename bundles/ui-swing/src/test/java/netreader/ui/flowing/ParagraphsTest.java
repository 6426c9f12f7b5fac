package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void linesWrappedByHandAreJoined() {
        String text = """
                It is a truth universally acknowledged, that a single man in
                possession of a good fortune, must be in want of a wife.

                However little known the feelings or views of such a man may
                be on his first entering a neighbourhood.
                """;
        assertEquals(
                List.of(
                        "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife.",
                        "However little known the feelings or views of such a man may be on his first entering a neighbourhood."),
                texts(text));
    }

    @Test
    void aLineThatEndsEarlyEndsItsParagraph() {
        String text = """
                “Is that his design in settling here?”
                “Design! Nonsense, how can you talk so! But it is very likely
                that he may fall in love with one of them.”
                """;
        assertEquals(
                List.of(
                        "“Is that his design in settling here?”",
                        "“Design! Nonsense, how can you talk so! But it is very likely that he may fall in love with one of them.”"),
                texts(text));
    }

    @Test
    void everyLineOfChineseProseIsAParagraph() {
        String text = "\u3000\u3000子曰：“学而时习之，不亦说乎？”\n\u3000\u3000有子曰：“其为人也孝弟，而好犯上者，鲜矣。”\n";
        List<Paragraphs.Paragraph> paragraphs = Paragraphs.of(text);
        assertEquals(2, paragraphs.size());
        assertEquals("子曰：“学而时习之，不亦说乎？”", paragraphs.get(0).text());
        assertEquals(4, paragraphs.get(0).indent());
    }

    @Test
    void anEmptyPageHasNoParagraphs() {
        assertEquals(List.of(), Paragraphs.of("\n \n"));
    }

    private static List<String> texts(String text) {
        return Paragraphs.of(text).stream().map(Paragraphs.Paragraph::text).toList();
    }
}
