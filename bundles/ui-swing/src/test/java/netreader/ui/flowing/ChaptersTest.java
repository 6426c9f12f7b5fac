package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import netreader.client.Contents;
import org.junit.jupiter.api.Test;

class ChaptersTest {
    private static final Contents CONTENTS =
            new Contents(List.of(entry("One", 2), entry("Two", 5), entry("Three", 5), entry("Four", 9)), true);

    private static Contents.Entry entry(String title, int page) {
        return new Contents.Entry(title, 0, page, page * 1000L);
    }

    @Test
    void aPageBelongsToTheFirstChapterOnItOrToTheOneItLiesUnder() {
        assertEquals("", Chapters.at(CONTENTS, 1));
        assertEquals("One", Chapters.at(CONTENTS, 2));
        assertEquals("One", Chapters.at(CONTENTS, 4));
        assertEquals("Two", Chapters.at(CONTENTS, 5));
        assertEquals("Three", Chapters.at(CONTENTS, 8));
        assertEquals("Four", Chapters.at(CONTENTS, 40));
    }
}
