package org.example.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import netreader.format.Outline;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

class MarkdownBookTest {
    private static List<String> contents(String text) {
        return new MarkdownBook(text, 4096)
                .outline(Work.UNCANCELLED).entries().stream()
                        .map(entry -> entry.level() + " " + entry.title() + " at " + entry.anchor())
                        .toList();
    }

    @Test
    void headingsAreTheContents() {
        assertEquals(
                List.of("0 Walks at 0", "1 Up at 10", "1 Down at 17"),
                contents("# *Walks*\n### Up\nDown\n----\ntext\n"));
        assertEquals(List.of(), contents("```\n# a comment\n```\n#hashtag\n\n---\n"));
    }

    @Test
    void pagesEndWithLinesAndTogetherAreTheText() throws Exception {
        String text = "one\ntwo\nthree\nfour and five\n";
        MarkdownBook book = new MarkdownBook(text, 10);
        StringBuilder together = new StringBuilder();
        for (int page = 0; page < book.pageCount(); page++) {
            together.append(book.pageText(page));
        }
        assertEquals(text, together.toString());
        assertEquals("one\ntwo\n", book.pageText(0));
    }

    @Test
    void theFirstHeadingIsTheTitle() {
        assertEquals("Walks", new MarkdownBook("text\n\n# Walks\n", 4096).metadata().title().orElseThrow());
    }
}
