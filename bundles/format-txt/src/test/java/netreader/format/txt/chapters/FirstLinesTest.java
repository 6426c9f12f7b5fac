package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.txt.TestTexts;
import org.junit.jupiter.api.Test;

class FirstLinesTest {
    @Test
    void titleAndAuthorThatAreNamedAreTaken() throws FormatException {
        assertSays("西游记", "吴承恩", "《西游记》吴承恩（明）\n\n第一回\n");
        assertSays("封神演義", "陳仲琳", "\n《封神演義》作者：陳仲琳 \n\n簡介\n");
        assertSays("红楼梦", "曹雪芹", "书名：红楼梦\n作者：曹雪芹\n简介：……\n");
        assertSays("红楼梦", "曹雪芹", "　　红楼梦\n　　作者：曹雪芹\n");
        assertSays(
                "Emma",
                "Jane Austen",
                "The Project Gutenberg eBook of Emma\n\nTitle: Emma\n\nAuthor: Jane Austen\n\nRelease date: 1994\n");
    }

    @Test
    void theTitleStandsOverOrBesideItsAuthor() throws FormatException {
        assertSays("儒林外史", "吴敬梓", "　　[儒林外史 / 吴敬梓 著 ]\n\n　　正文 第一回\n");
        assertSays("大明奇俠傳", "無名氏", "大明奇俠傳    清：無名氏\n \n序\n");
        assertSays("市聲", "姬文", "市聲  清 姬文著\n\n主要人物表\n");
        assertSays("孟子", "孟軻", "孟子\n〔戰國〕孟軻\n\n第一章\n");
        assertSays("论语", "孔子弟子及再传弟子", "论语\n孔子弟子及再传弟子 编\n\n第一章\n");
        assertSays("こころ", "夏目漱石", "こころ\n夏目漱石\n\n-----------------------\n【テキスト中に現れる記号について】\n");
        assertSays("Persuasion", "Jane Austen", "Persuasion\n\n\nby\n\nJane Austen\n\n(1818)\n");
        assertEquals(List.of("吴楚材", "吴调侯"), metadata("古文观止\n〔清〕吴楚材、吴调侯 选编\n").authors());
    }

    @Test
    void whatOnlyLooksLikeATitleIsLeft() throws FormatException {
        for (String text :
                List.of("红楼梦\n曹雪芹\n", "他说：“《西游记》好看。”\n", "第一章\n作者有话说\n", "天色  已晚\n", "PRIDE\nBy Jane Austen\n", "")) {
            BookMetadata metadata = metadata(text);
            assertEquals(Optional.empty(), metadata.title(), text);
            assertEquals(List.of(), metadata.authors(), text);
        }
    }

    private static void assertSays(String title, String author, String text) throws FormatException {
        BookMetadata metadata = metadata(text);
        assertEquals(Optional.of(title), metadata.title());
        assertEquals(List.of(author), metadata.authors());
    }

    private static BookMetadata metadata(String text) throws FormatException {
        return TestTexts.open(text.getBytes(StandardCharsets.UTF_8), "UTF-8", 4096)
                .metadata();
    }
}
