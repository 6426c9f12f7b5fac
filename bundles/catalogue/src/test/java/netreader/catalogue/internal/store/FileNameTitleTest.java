package netreader.catalogue.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNameTitleTest {
    @Test
    void titleAndAuthorAreToldApart() {
        assertTitle("Persuasion", List.of("Jane Austen"), "novels/Persuasion - Jane Austen.pdf");
        assertTitle("红楼梦", List.of("曹雪芹"), "《红楼梦》作者：曹雪芹.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "《红楼梦》（校对版）作者: 曹雪芹.txt");
        assertTitle("红楼梦", List.of(), "《红楼梦》.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "[古典]《红楼梦》作者：曹雪芹【完结】.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "《红楼梦》曹雪芹.txt");
        assertTitle("红楼梦", List.of(), "《红楼梦》（校对版全本）.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "红楼梦 作者：曹雪芹.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "红楼梦（作者：曹雪芹）.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "红楼梦-曹雪芹.txt");
    }

    @Test
    void theEncodingInANameIsNoPartOfTheTitle() {
        assertTitle("儒林外史", List.of(), "儒林外史.gbk.txt");
        assertTitle("红楼梦", List.of("曹雪芹"), "《红楼梦》作者：曹雪芹(UTF-8).txt");
        assertTitle("All of Big5", List.of(), "All of Big5 (Big5).txt");
        assertTitle("GBK", List.of(), "GBK.txt");
    }

    @Test
    void whatIsNoPatternIsTheTitle() {
        assertTitle("论语", List.of(), "论语.txt");
        assertTitle("Catch-22", List.of(), "Catch-22.txt");
        assertTitle("2012-2013", List.of(), "2012-2013.txt");
        assertTitle("vol.1", List.of(), "a - b/vol.1.txt");
        assertTitle(".txt", List.of(), ".txt");
    }

    private static void assertTitle(String title, List<String> authors, String name) {
        assertEquals(new FileNameTitle(title, authors), FileNameTitle.of(name));
    }
}
