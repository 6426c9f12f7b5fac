package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final int EM = 20;
    private static final String PROSE = "子曰：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？”".repeat(4);

    @Test
    void chineseProseBeginsTwoIdeographsIn() {
        TextBlock block = set(TextStyle.USUAL, 400, PROSE);
        assertEquals(2f * EM, block.lines().get(0).x());
        assertEquals(0, block.lines().get(1).x());
        TextBlock flat = set(TextStyle.USUAL.withIndented(false), 400, PROSE);
        assertEquals(0, flat.lines().get(0).x());
    }

    @Test
    void aParagraphThatBeganOnThePageBeforeIsNotIndented() {
        TextBlock block = typesetter(TextStyle.USUAL, 400, Set.of()).set(PageText.of(PROSE, true));
        assertEquals(0, block.lines().get(0).x());
    }

    @Test
    void everyCharacterStandsOnOneLine() {
        for (String text : List.of(
                PROSE,
                "It is a truth universally acknowledged, that a single man in possession of a good fortune.",
                "السلام عليكم ورحمة الله وبركاته يا أهل الكتاب والقراءة",
                "混排 mixed 文字 with 2024 年 👩‍🚀 and e\u0301 of all kinds，一二三四五六七八九十。",
                "x".repeat(3000))) {
            TextBlock block = set(TextStyle.USUAL, 300, text);
            int at = 0;
            for (TextBlock.Line line : block.lines()) {
                assertEquals(at, line.start());
                assertTrue(line.end() > line.start());
                at = line.end();
            }
            assertEquals(text.length(), at);
        }
    }

    @Test
    void noLineIsWiderThanTheColumnApartFromWhatHangsOverItsEdge() {
        for (boolean justified : new boolean[] {true, false}) {
            for (int width = 200; width < 700; width += 37) {
                for (TextBlock.Line line : set(TextStyle.USUAL.withJustified(justified), width, PROSE)
                        .lines()) {
                    assertTrue(line.x() + line.run().width() <= width + EM / 2f + 1, "at " + width);
                }
            }
        }
    }

    @Test
    void justifiedLinesEndAtOneEdgeAndTheLastOneDoesNot() {
        String text = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳".repeat(3);
        List<TextBlock.Line> lines = set(TextStyle.USUAL, 409, text).lines();
        for (TextBlock.Line line : lines.subList(0, lines.size() - 1)) {
            assertEquals(409, line.x() + line.run().width(), 0.5);
        }
        List<TextBlock.Line> ragged =
                set(TextStyle.USUAL.withJustified(false), 409, text).lines();
        assertTrue(ragged.get(1).run().width() < 405);
    }

    @Test
    void rightToLeftParagraphsEndAtTheRightEdge() {
        TextBlock block = set(TextStyle.USUAL, 500, "שלום עולם\nEnglish\n");
        TextBlock.Line hebrew = block.lines().get(0);
        assertEquals(500, hebrew.x() + hebrew.run().width(), 0.5);
        assertEquals(0, block.lines().get(1).x());
    }

    @Test
    void headingsStandInTheMiddle() {
        TextBlock block = typesetter(TextStyle.USUAL, 500, Set.of("第一章")).set(PageText.of("第一章\n" + PROSE, false));
        TextBlock.Line heading = block.lines().get(0);
        assertEquals(250, heading.x() + heading.run().width() / 2, 0.5);
    }

    @Test
    void theLineAtAHeightIsTheLineOfItsOffsets() {
        TextBlock block = set(TextStyle.USUAL, 400, PROSE + "\n" + PROSE);
        for (int i = 0; i < block.lines().size(); i++) {
            TextBlock.Line line = block.lines().get(i);
            assertEquals(i, block.lineOf(line.start()));
            assertEquals(i, block.lineAt(line.top() + line.height() / 2));
            assertEquals(line.start(), block.offsetAt(-5, line.top() + 1));
        }
    }

    @Test
    void aPointOnACharacterIsNearItsOffset() {
        TextBlock block = set(TextStyle.USUAL, 400, PROSE);
        for (int offset = 0; offset < PROSE.length(); offset++) {
            var ground = block.ground(offset, offset + 1);
            assertEquals(1, ground.size());
            var bounds = ground.get(0).getBounds2D();
            int hit = block.offsetAt((float) (bounds.getX() + bounds.getWidth() * 0.25), (float) bounds.getCenterY());
            assertEquals(offset, hit);
        }
    }

    private static TextBlock set(TextStyle style, int width, String text) {
        return typesetter(style, width, Set.of()).set(PageText.of(text, false));
    }

    private static Typesetter typesetter(TextStyle style, int width, Set<String> headings) {
        return new Typesetter(style, EM, width, headings, 0);
    }
}
